package org.sparknmf.testing;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** What a class file refers to, read from its constant pool: Java Virtual Machine, 4.4. */
final class ConstantPool {
  private static final int UTF8 = 1;
  private static final int CLASS = 7;
  private static final int FIELD = 9;
  private static final int INTERFACE_METHOD = 11;
  private static final int NAME_AND_TYPE = 12;

  /** A class, field or method that is used: names with slashes, the last two empty for a class. */
  record Reference(String owner, String name, String descriptor) {
    boolean isClass() {
      return name.isEmpty();
    }

    boolean isMethod() {
      return descriptor.startsWith("(");
    }
  }

  /** An entry that points to others, or holds a text. */
  private record Entry(int tag, int first, int second, String text) {}

  private final Entry[] entries;

  private ConstantPool(Entry[] entries) {
    this.entries = entries;
  }

  /** Reads the head of a class file. */
  static ConstantPool read(InputStream classFile) throws IOException {
    DataInputStream in = new DataInputStream(classFile);
    in.skipNBytes(8);
    Entry[] entries = new Entry[in.readUnsignedShort()];
    for (int i = 1; i < entries.length; i++) {
      int tag = in.readUnsignedByte();
      entries[i] = entry(tag, in);
      if (tag == 5 || tag == 6) {
        i++; // Longs and doubles take two places.
      }
    }
    return new ConstantPool(entries);
  }

  private static Entry entry(int tag, DataInputStream in) throws IOException {
    return switch (tag) {
      case UTF8 -> new Entry(tag, 0, 0, in.readUTF());
      case CLASS, 8, 16, 19, 20 -> new Entry(tag, in.readUnsignedShort(), 0, "");
      case 15 -> new Entry(tag, in.readUnsignedByte(), in.readUnsignedShort(), "");
      case 3, 4, FIELD, 10, INTERFACE_METHOD, NAME_AND_TYPE, 17, 18 ->
          new Entry(tag, in.readUnsignedShort(), in.readUnsignedShort(), "");
      case 5, 6 -> {
        in.skipNBytes(8);
        yield new Entry(tag, 0, 0, "");
      }
      default -> throw new IOException("no such tag: " + tag);
    };
  }

  /** Arrays are left out: their element types stand for themselves. */
  List<Reference> references() {
    List<Reference> found = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry != null && entry.tag == CLASS) {
        found.add(new Reference(text(entry.first), "", ""));
      } else if (entry != null && entry.tag >= FIELD && entry.tag <= INTERFACE_METHOD) {
        Entry member = entries[entry.second];
        found.add(
            new Reference(
                text(entries[entry.first].first), text(member.first), text(member.second)));
      }
    }
    found.removeIf(reference -> reference.owner.startsWith("["));
    return found;
  }

  private String text(int index) {
    return entries[index].text;
  }
}
