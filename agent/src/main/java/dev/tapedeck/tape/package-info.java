/**
 * The tape's binary form, version 1: writer and reader side by side. Uses nothing else of Tapedeck;
 * the reader nothing of the JDK's internals either.
 *
 * <p><b>A run directory</b> holds {@code header}, {@code lanes-0000.seg}, {@code lanes-0001.seg} and so
 * on, and {@code payload.bin} where there is something in it. Numbers are little-endian. A
 * <em>varint</em> has seven bits to a byte, lowest first, the eighth bit set in all bytes but the last;
 * a <em>signed</em> one is zigzagged before. A <em>blob</em> is a varint, 0 for null, else one more than
 * {@code length << 2 | in payload << 1 | wide}; then the bytes, or, in the payload file, the varint of
 * their place and the four bytes of their CRC-32. More than 2048 bytes go to the payload file, before
 * the event is committed. A <em>string</em> is a blob of ISO 8859-1, or of UTF-16 if wide, so it keeps
 * whatever a Java string can hold; a list of strings is a blob of their count and the strings.
 *
 * <p><b>The header</b>: {@code TPDKHDR\0}, version, length and checksum (an int each) of the {@link
 * dev.tapedeck.tape.Fields} that follow.
 *
 * <p><b>A segment</b> begins with a page of 4 KiB: {@code TPDKSEG\0}, version, index, chunk size and
 * number of chunks (an int each), the 16 bytes of the run's id, the checksum of all this. In the first
 * segment the page also tells, at 1024, how many segments there are, and at 2048, in length, checksum
 * and a string, why the writer turned itself off. Chunks of 32 KiB follow: 16 in the first segment, then
 * always twice as many, up to 512. The last chunk of the first segment is kept for the end of the run.
 *
 * <p><b>A chunk</b> belongs to one writer at a time. Its first eight bytes are the commit word: the
 * length of what is committed, and above it the lower half of the running state; they are stored with
 * one release store, after the bytes they speak of. At 8 stands its place in the run ({@code segment <<
 * 32 | chunk}, mixed with the run's id), at 16 the writer's number, at 32 the first record. The running
 * state starts from the place; each record is folded into it as little-endian words of eight bytes, the
 * last padded with zeros, by {@code x = (state ^ word) * 0x9e3779b97f4a7c15; state = x ^ x >>> 32}. So
 * a reader checks exactly what was committed, also of a process that was killed.
 *
 * <p><b>A record</b> is a byte for what it is, a varint for its length, and its body. Events have 1 to
 * 100, their kind's id; the format itself has
 *
 * <ul>
 *   <li>101 lane: lane, ordinal of the next event (varints), phase (a byte). What follows belongs there.
 *       Deltas begin anew: at the run's start, by the three clocks.
 *   <li>102 check: the four lower bytes of the running state before it. One stands after every 512 bytes
 *       or so and behind every longer record; up to the last that holds, a damaged chunk can be read.
 *   <li>103 site, 104 lane's definition, 105 kinds, 106 class, 107 note, 108 more of the header, 109 end
 *       of the run: see {@link dev.tapedeck.tape.Definitions}. They stand in chunks of their own, before
 *       what refers to them. 110 stands for one of them that is in the payload file.
 *   <li>120, 121, and every byte from 128: a clock read of the same kind and line as one before, see
 *       there. They have no length.
 * </ul>
 *
 * A reader skips records it does not know, by their length.
 *
 * <p><b>An event</b> has the site (varint); then a clock read (kinds 1 to 3) the signed delta to the last
 * value of its kind, and nothing more. Any other has the signed delta of its stamp to the last stamp; a
 * byte with 1 set if it failed and 2 if part of it is in the payload file; the fields of the question;
 * those of the answer, or a blob with the failure; and if part of it is in the payload file, in eight
 * bytes, how far that file must reach for it.
 *
 * <p><b>A sealed run</b> can be read with one private key alone. Its header holds a few fields as they are,
 * {@code sealed_to} and {@code sealed_by} (X25519 keys in hexadecimal: the recipient's, and one made for this run)
 * and {@code sealed_fields}, a sealed unit with all others. The run's key comes by HKDF-SHA256 from what the two
 * keys agree on: the salt is the run's id, the purpose {@code tapedeck seal 1} and both public keys. A <em>unit</em>
 * is bytes under AES-256-GCM with a tag of 16 bytes; its nonce is a number, eight bytes behind four zeros, that no
 * other unit of the run has. The header's is 0, and bound to the fields before it. Sealed are
 *
 * <ul>
 *   <li>of an event that is neither a clock read nor tells of the order between lanes, the fields of question and
 *       answer, or the failure: instead of them stands the number (varint) and the unit, which is bound to the kind,
 *       outcome, lane, ordinal, site, stamp and end in the payload file.
 *   <li>bytes in the payload file, in units of 64 KiB and their tags, with ascending numbers; in the event stands the
 *       first of them (varint) instead of the CRC-32.
 *   <li>of definitions notes, what is added to the header, names of threads and the crash: 112 is the number
 *       (varint) and a unit of one record, its head and body. A lane and the end stand before it without these.
 * </ul>
 *
 * <p><b>A repeated clock read</b> has neither kind nor site. It is as the last clock read before it in
 * the chunk or as the last before that which was not alike; of these two the expected one is the one
 * before if the last two differed, else the last. 120 and a varint is the expected one with that
 * zigzagged delta, 121 and a varint the other. A byte from 128 is the expected one and the delta at
 * once, in its lower seven bits.
 */
@NullMarked
package dev.tapedeck.tape;

import org.jspecify.annotations.NullMarked;
