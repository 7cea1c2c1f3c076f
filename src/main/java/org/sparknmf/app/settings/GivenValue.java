package org.sparknmf.app.settings;

import org.sparknmf.fit.setting.Setting;

/** A value that some layer of configuration gives to a setting, as it stands there. */
public record GivenValue(Setting<?> setting, String text, Origin origin) {}
