namespace CallRouting.Server.Telephony;

/// <summary>What came of a request to the provider.</summary>
public abstract record ProviderAnswer
{
    /// <param name="Sid">The provider's name for what was made or changed.</param>
    public sealed record Done(string Sid) : ProviderAnswer;

    /// <summary>It was not done and never will be: asking again gives the same.</summary>
    /// <param name="Code">The provider's error code (contract §1.4), or 0.</param>
    public sealed record Refused(int Code, string Why) : ProviderAnswer;

    /// <summary>It surely did not happen; it may be asked again.</summary>
    public sealed record NotDone(string Why) : ProviderAnswer;

    /// <summary>Time-out, reset or 5xx: it may have happened. A create counts as done until its deadline (contract §7).</summary>
    public sealed record Unknown(string Why) : ProviderAnswer;
}
