namespace CallRouting.Server.Calls;

/// <summary>Section "Privacy" of the configuration: the keys that callers' numbers are sealed with.</summary>
public sealed class PrivacyOptions
{
    /// <summary>32 bytes each, as base64. The first seals; all open, so that a key can be changed without losing what it sealed.</summary>
    public IList<string> Keys { get; } = [];
}
