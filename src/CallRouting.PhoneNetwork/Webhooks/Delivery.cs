namespace CallRouting.PhoneNetwork.Webhooks;

/// <summary>One webhook on its way.</summary>
/// <param name="Url">Without its fragment, which is neither sent nor signed.</param>
internal sealed record Delivery(
    string Url,
    string Method,
    Parameters Parameters,
    ConnectionOverrides Patience,
    string IdempotencyToken,
    Seal Seal = Seal.Genuine
)
{
    public string? CallSid => this["CallSid"];

    /// <summary>A field's value; null when it is not there.</summary>
    public string? this[string field] => Parameters.Find(known => known.Key == field).Value;
}

/// <summary>How a webhook is signed. All but the first are a stranger's.</summary>
internal enum Seal
{
    Genuine,

    /// <summary>With another token.</summary>
    Wrong,

    /// <summary>Not at all.</summary>
    Missing,

    /// <summary>With the right token, for https where the address says http, or the other way round.</summary>
    OtherScheme,
}
