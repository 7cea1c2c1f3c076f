package io.github.sparknmf.app;

/** A value that some layer of configuration gives to a setting, as it stands there. */
record GivenValue(Setting<?> setting, String text, Origin origin) {}
