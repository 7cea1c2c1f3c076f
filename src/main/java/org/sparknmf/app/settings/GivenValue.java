package org.sparknmf.app.settings;

/** A value that some layer of configuration gives to a setting, as it stands there. */
public record GivenValue(Setting<?> setting, String text, Origin origin) {}
