package org.sparknmf.io.read.delimited;

/**
 * A line at the beginning of a file.
 *
 * @param bytes without the line end; not modified
 * @param file as a person would type it
 * @param number in the file, from 1
 * @param start where it begins, in bytes of decompressed text
 */
@SuppressWarnings("ArrayRecordComponent") // Held, never compared.
record SampleLine(byte[] bytes, String file, long number, long start) {}
