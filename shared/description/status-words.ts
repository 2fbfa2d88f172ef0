/** What a refusal of each status means, in a sentence. */
export const STATUS_WORDS: Readonly<Record<number, string>> = {
  400: 'The request cannot be read.',
  401: 'There is no token, or it is not good any more.',
  403: 'The token may not do this.',
  404: 'There is nothing here that this token may see.',
  409: 'It cannot be done as things stand.',
  410: 'The person was erased.',
  412: 'It is at another version now.',
  413: 'It is too large; nothing was stored.',
  415: 'It is of another media type than is taken.',
  422: 'It was refused and nothing was changed; errors names each field.',
  429: 'Too many requests at a time; wait a little and send it again.',
  500: 'Something failed on our side; sending the same again is safe.',
  503: 'It cannot be done at this moment; sending the same again is safe.',
};
