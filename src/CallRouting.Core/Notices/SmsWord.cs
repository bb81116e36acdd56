namespace CallRouting.Core.Notices;

/// <summary>What somebody wants who texts us.</summary>
public enum SmsWord
{
    /// <summary>Something that we do not understand.</summary>
    Other,

    /// <summary>SVAR: I have read it, and my phone works.</summary>
    Svar,

    /// <summary>FRI: I cannot keep my duty. Why is nobody's business.</summary>
    Fri,
}

public static class SmsWords
{
    /// <summary>The whole message, in any letters, with the full stop that a phone puts after it. A sentence is no word of ours.</summary>
    public static SmsWord Of(string? body) =>
        (body ?? "").Trim().TrimEnd('.', '!').TrimEnd().ToUpperInvariant() switch
        {
            "SVAR" => SmsWord.Svar,
            "FRI" => SmsWord.Fri,
            _ => SmsWord.Other,
        };
}
