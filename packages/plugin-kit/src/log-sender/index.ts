export { parseLogAddress, withPort, type LogAddress } from './address.js';
export { DatagramLink } from './datagram-link.js';
export { certificateFailure, dialFailure } from './dial-failure.js';
export { MessageWriter, type MessageSender, type MessageWriterOptions } from './message-writer.js';
export { PieceMarks, type PieceMark } from './piece-marks.js';
export { StreamLink } from './stream-link.js';
