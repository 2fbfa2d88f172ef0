import { useState } from 'preact/hooks';
import { type Message, messageOf } from './message.ts';

/** Something that is done on a click: whether it is under way, and why it was refused. */
export type Doing = {
  readonly isUnderWay: boolean;
  readonly refused: Message | undefined;
  /** Does it, once at a time; what is thrown becomes the message. */
  readonly run: (act: () => Promise<void>) => void;
  /** Tells somebody what is wrong before anything is sent. */
  readonly refuse: (message: Message) => void;
};

export function useDoing(): Doing {
  const [isUnderWay, setUnderWay] = useState(false);
  const [refused, setRefused] = useState<Message>();
  return {
    isUnderWay,
    refused,
    refuse: setRefused,
    run: (act) => {
      if (isUnderWay) return;
      setUnderWay(true);
      setRefused(undefined);
      act()
        .catch((error: unknown) => setRefused(messageOf(error)))
        .finally(() => setUnderWay(false));
    },
  };
}
