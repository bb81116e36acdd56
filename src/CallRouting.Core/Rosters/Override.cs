using NodaTime;

namespace CallRouting.Core.Rosters;

public enum OverrideKind
{
    /// <summary>Somebody is on duty beside whoever is.</summary>
    Add,

    /// <summary>Somebody is not on duty.</summary>
    Remove,

    /// <summary>Somebody is on duty where another would be, or instead of everybody.</summary>
    Replace,
}

/// <summary>What holds in a layer for a while, whatever is planned (overstyring). A later one in the list beats an earlier.</summary>
/// <param name="Out">Whom it takes off; null where it adds, or replaces everybody.</param>
/// <param name="In">Whom it puts on; null where it removes.</param>
public sealed record Override(string Id, DutyRole Role, Interval When, OverrideKind Kind, string? Out, string? In, Decided Decided)
{
    public static Override Adding(string id, DutyRole role, Interval when, string officer, Decided decided) =>
        new(id, role, when, OverrideKind.Add, null, officer, decided);

    public static Override Removing(string id, DutyRole role, Interval when, string officer, Decided decided) =>
        new(id, role, when, OverrideKind.Remove, officer, null, decided);

    /// <param name="officer">Whom to replace, where they are on duty; null: everybody, and nobody too.</param>
    public static Override Replacing(string id, DutyRole role, Interval when, string? officer, string by, Decided decided) =>
        new(id, role, when, OverrideKind.Replace, officer, by, decided);
}
