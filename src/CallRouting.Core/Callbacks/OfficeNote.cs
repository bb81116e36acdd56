namespace CallRouting.Core.Callbacks;

/// <summary>
/// What the contact centre tells an office about one caller: chosen from lists, because whoever answers a state phone must
/// not write a municipal case (sosialtjenesteloven § 44).
/// </summary>
public sealed record OfficeNote(IReadOnlyList<About> About, Reach Reach = Reach.Call, PreferredTime When = PreferredTime.Any)
{
    public static OfficeNote Empty { get; } = new([]);
}

/// <summary>What the help is needed for. The reasons of urgency that the law knows, and nothing of the person. Stored: add, never change.</summary>
public enum About
{
    Food,
    Housing,
    Power,
    Medicine,
    Children,
    Safety,
    Other,
}

public enum Reach
{
    Call,
    Text,
    Either,
}

public enum PreferredTime
{
    Any,
    Morning,
    Midday,
    Afternoon,
}
