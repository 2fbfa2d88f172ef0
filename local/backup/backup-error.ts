/** A backup or a restoration cannot be made as asked; the message says what to do. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}
