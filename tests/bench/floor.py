#!/usr/bin/env python3
"""What a PDF of this size costs at the least: inflates what a PDF holds and deflates it again, and writes as many bytes to the disk.

usage: floor.py PDF SCRATCH
Prints a JSON object. Uses libdeflate, as gyokaku does, or zlib where it cannot be loaded.
"""
import ctypes
import ctypes.util
import json
import os
import re
import statistics
import sys
import time
import zlib

LEVEL = 6


def streams(data):
    """Of every stream that is deflated, what it holds."""
    for match in re.finditer(rb"stream\r?\n", data):
        head = data[max(0, match.start() - 400):match.start()].rpartition(b" obj")[2]
        if b"FlateDecode" in head:
            try:
                yield zlib.decompressobj().decompress(data[match.end():])
            except zlib.error:
                pass


def deflate_with(library):
    library.libdeflate_alloc_compressor.restype = ctypes.c_void_p
    library.libdeflate_zlib_compress.restype = ctypes.c_size_t
    library.libdeflate_zlib_compress.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t, ctypes.c_char_p, ctypes.c_size_t]
    compressor = library.libdeflate_alloc_compressor(LEVEL)

    def deflate(pieces, room):
        return sum(library.libdeflate_zlib_compress(compressor, piece, len(piece), room, len(room)) for piece in pieces)
    return deflate


def timed(work, rounds=5):
    taken = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def main():
    with open(sys.argv[1], "rb") as file:
        data = file.read()
    pieces = list(streams(data))
    room = ctypes.create_string_buffer(max(map(len, pieces)) * 2 + 1000)
    name = ctypes.util.find_library("deflate")
    if name:
        deflate = deflate_with(ctypes.CDLL(name))
    else:
        def deflate(parts, _):
            return sum(len(zlib.compress(part, LEVEL)) for part in parts)

    def write():
        with open(sys.argv[2], "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
    print(json.dumps({"streams": len(pieces), "raw": sum(map(len, pieces)), "deflated": deflate(pieces, room),
                      "with": "libdeflate" if name else "zlib",
                      "deflate": timed(lambda: deflate(pieces, room)), "written": len(data), "write": timed(write)}))
    os.remove(sys.argv[2])


main()
