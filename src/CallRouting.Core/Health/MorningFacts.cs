namespace CallRouting.Core.Health;

/// <summary>What the morning check saw.</summary>
/// <param name="SetUp">What is wrong with our numbers at the provider; null: nothing.</param>
/// <param name="Lines">Every duty line, as it will be when the lines open next.</param>
/// <param name="OverdueCallbacks">Open call-backs whose deadline has passed.</param>
public sealed record MorningFacts(TestCall TestCall, string? SetUp, IReadOnlyList<LineAtOpening> Lines, int OverdueCallbacks);

/// <summary>How far a call came that we placed from our own number to our own number.</summary>
/// <param name="Refused">Why the provider did not place it; null: it did.</param>
/// <param name="HeardGreeting">What it heard was answered with a key, so that it was played.</param>
public sealed record TestCall(string? Refused, bool CameIn, bool HeardGreeting, bool Ended)
{
    public static TestCall Good { get; } = new(null, true, true, true);
}

public sealed record LineAtOpening(string Id, string Unit, string Name, bool IsOutOfService, IReadOnlyList<OfficerAtOpening> OnDuty);

/// <param name="HasAccepted">One of the officer's phones has accepted a call of ours, ever.</param>
public sealed record OfficerAtOpening(string Name, bool IsPaused, bool HasAccepted);

/// <param name="Hinders">Callers do not get through as they should; otherwise somebody should look at it.</param>
/// <param name="Who">An officer's name.</param>
public sealed record Finding(
    string Reason,
    bool Hinders,
    string? Unit = null,
    string? Line = null,
    string? Who = null,
    string? Detail = null
);
