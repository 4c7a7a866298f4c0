;; The inner loop of the drivers that keep lines in files: copies lines and puts between them what stands between two
;; texts (the joint), 16 bytes at a time. lines.ts says where what lies in the memory. `npm run gen` makes
;; generated/lines.gen.ts of it.
(module
  ;; A byte from 0x80 on: how many bytes were read at $at and written at $to, as read << 8 | written.
  (import "lines" "sequence" (func $sequence (param $at i32) (param $end i32) (param $to i32) (result i32)))
  ;; All digits of the joint's time have begun anew.
  (import "lines" "carry" (func $carry))
  (memory (export "memory") 12)
  ;; Where the last call stopped: in the input, and in the output.
  (global $read (export "read") (mut i32) (i32.const 0))
  (global $written (export "written") (mut i32) (i32.const 0))

  ;; Adds one to the number of the digits [$first, $last], each of which goes up to $nine and begins anew with $zero,
  ;; the last one with $one.
  (func $advance (param $first i32) (param $last i32) (param $zero i32) (param $one i32) (param $nine i32)
    (local $place i32)
    (local $digit i32)
    (local.set $place (local.get $last))
    (loop $next
      (local.set $digit (i32.load8_u (local.get $place)))
      (if (i32.ne (local.get $digit) (local.get $nine))
        (then
          (i32.store8 (local.get $place) (i32.add (local.get $digit) (i32.const 1)))
          (return)))
      (i32.store8 (local.get $place)
        (select (local.get $one) (local.get $zero) (i32.eq (local.get $place) (local.get $last))))
      (local.set $place (i32.sub (local.get $place) (i32.const 1)))
      (br_if $next (i32.ge_u (local.get $place) (local.get $first))))
    (call $carry))

  ;; Marks those of 16 bytes that do not stand for themselves: with $escaped all but ASCII from space on without
  ;; " & \ < >, else the newline alone.
  (func $special (param $bytes v128) (param $escaped i32) (result v128)
    (if (i32.eqz (local.get $escaped))
      (then (return (i8x16.eq (local.get $bytes) (i8x16.splat (i32.const 10))))))
    (v128.or
      (v128.or
        ;; Signed: bytes from 0x80 on are negative.
        (i8x16.lt_s (local.get $bytes) (i8x16.splat (i32.const 0x20)))
        (i8x16.eq (local.get $bytes) (i8x16.splat (i32.const 0x5c))))
      (v128.or
        ;; " and & differ in one bit, < and > in another.
        (i8x16.eq
          (v128.and (local.get $bytes) (i8x16.splat (i32.const 0xfb)))
          (i8x16.splat (i32.const 0x22)))
        (i8x16.eq
          (v128.and (local.get $bytes) (i8x16.splat (i32.const 0xfd)))
          (i8x16.splat (i32.const 0x3c))))))

  ;; Copies $length bytes, and up to 15 more.
  (func $copy (param $from i32) (param $to i32) (param $length i32)
    (local $i i32)
    (loop $next
      (v128.store (i32.add (local.get $to) (local.get $i)) (v128.load (i32.add (local.get $from) (local.get $i))))
      (local.set $i (i32.add (local.get $i) (i32.const 16)))
      (br_if $next (i32.lt_u (local.get $i) (local.get $length)))))

  ;; Copies the lines of [$at, $end) to $to. Stops after the first line that ends at or after $limit, with 0, or at the
  ;; end of the input: with 0 when it is the end of a line, else with 1. The joint is $jointLength bytes, of which the
  ;; first $lineLength end a line and the others begin the next.
  (func (export "encode")
    (param $at i32) (param $end i32) (param $to i32) (param $limit i32)
    (param $joint i32) (param $jointLength i32) (param $lineLength i32)
    (param $first i32) (param $last i32) (param $zero i32) (param $one i32) (param $nine i32)
    (param $escaped i32) (param $ahead i32)
    (result i32)
    (local $bytes v128)
    (local $mask i32)
    (local $count i32)
    (local $byte i32)
    (loop $next
      ;; 64 bytes at a time while all of them stand for themselves.
      (block $near
        (loop $many
          (br_if $near (i32.gt_u (i32.add (local.get $at) (i32.const 64)) (local.get $end)))
          (br_if $near
            (v128.any_true
              (v128.or
                (v128.or
                  (call $special (v128.load (local.get $at)) (local.get $escaped))
                  (call $special (v128.load offset=16 (local.get $at)) (local.get $escaped)))
                (v128.or
                  (call $special (v128.load offset=32 (local.get $at)) (local.get $escaped))
                  (call $special (v128.load offset=48 (local.get $at)) (local.get $escaped))))))
          (v128.store (local.get $to) (v128.load (local.get $at)))
          (v128.store offset=16 (local.get $to) (v128.load offset=16 (local.get $at)))
          (v128.store offset=32 (local.get $to) (v128.load offset=32 (local.get $at)))
          (v128.store offset=48 (local.get $to) (v128.load offset=48 (local.get $at)))
          (local.set $at (i32.add (local.get $at) (i32.const 64)))
          (local.set $to (i32.add (local.get $to) (i32.const 64)))
          (br $many)))
      ;; The next that does not is near, or the end is.
      (loop $few
        (local.set $bytes (v128.load (local.get $at)))
        (v128.store (local.get $to) (local.get $bytes))
        (local.set $mask (i8x16.bitmask (call $special (local.get $bytes) (local.get $escaped))))
        (local.set $count (i32.ctz (i32.or (local.get $mask) (i32.const 0x10000))))
        (if (i32.ge_u (i32.add (local.get $at) (local.get $count)) (local.get $end))
          (then
            (global.set $written (i32.add (local.get $to) (i32.sub (local.get $end) (local.get $at))))
            (global.set $read (local.get $end))
            (return (i32.const 1))))
        (local.set $at (i32.add (local.get $at) (local.get $count)))
        (local.set $to (i32.add (local.get $to) (local.get $count)))
        (br_if $few (i32.eqz (local.get $mask))))
      (local.set $byte (i32.load8_u (local.get $at)))
      (if (i32.eq (local.get $byte) (i32.const 10))
        (then
          (local.set $at (i32.add (local.get $at) (i32.const 1)))
          ;; With $ahead the number belongs to the line that begins, else to the one that ends.
          (if (i32.eqz (local.get $ahead))
            (then (call $copy (local.get $joint) (local.get $to) (local.get $jointLength))))
          (call $advance
            (local.get $first) (local.get $last) (local.get $zero) (local.get $one) (local.get $nine))
          (if (local.get $ahead)
            (then (call $copy (local.get $joint) (local.get $to) (local.get $jointLength))))
          (if
            (i32.or
              (i32.eq (local.get $at) (local.get $end))
              (i32.ge_u (i32.add (local.get $to) (local.get $lineLength)) (local.get $limit)))
            (then
              (global.set $read (local.get $at))
              (global.set $written (i32.add (local.get $to) (local.get $lineLength)))
              (return (i32.const 0))))
          (local.set $to (i32.add (local.get $to) (local.get $jointLength)))
          (br $next)))
      (if (i32.ge_u (local.get $byte) (i32.const 0x80))
        (then
          (local.set $count (call $sequence (local.get $at) (local.get $end) (local.get $to)))
          (local.set $at (i32.add (local.get $at) (i32.shr_u (local.get $count) (i32.const 8))))
          (local.set $to (i32.add (local.get $to) (i32.and (local.get $count) (i32.const 0xff)))))
        (else
          ;; The table at 0 has eight bytes for each: the escape, and its length in the last.
          (i64.store (local.get $to) (i64.load (i32.shl (local.get $byte) (i32.const 3))))
          (local.set $to
            (i32.add (local.get $to) (i32.load8_u offset=7 (i32.shl (local.get $byte) (i32.const 3)))))
          (local.set $at (i32.add (local.get $at) (i32.const 1)))))
      (br $next))
    (unreachable)))
