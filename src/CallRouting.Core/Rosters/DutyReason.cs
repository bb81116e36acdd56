using NodaTime;

namespace CallRouting.Core.Rosters;

/// <summary>Who decided something beside the plan, and when.</summary>
/// <param name="By">A name, as people at the office read it.</param>
/// <param name="Withdrawn">From when on it counts no longer: what somebody was obliged to until then stays. Null: it stands.</param>
public sealed record Decided(string By, Instant At, Instant? Withdrawn = null)
{
    public bool Stands => Withdrawn is null;

    /// <summary>Not withdrawn yet at a moment.</summary>
    public bool StoodAt(Instant moment) => Withdrawn is not { } withdrawn || moment < withdrawn;

    /// <summary>As it was while it stood.</summary>
    public Decided Standing => this with { Withdrawn = null };

    internal Instant Until(Instant end) => Withdrawn is { } withdrawn ? Instant.Min(withdrawn, end) : end;
}

/// <summary>Why somebody is on duty, as data; pages and messages find the words.</summary>
public abstract record DutyReason
{
    /// <summary>The shift that they keep; null for a duty that no rule planned.</summary>
    public virtual ShiftId? Shift => null;
}

/// <summary>A fixed shift of their own.</summary>
public sealed record ByShift(ShiftId Planned) : DutyReason
{
    public override ShiftId? Shift => Planned;
}

/// <summary>It is their turn. «Week 3 of rotation Moss»: the turn is <c>Planned.Turn + 1</c>, counted in the unit of Length.</summary>
public sealed record ByRotation(ShiftId Planned, string Rotation, TurnLength Length) : DutyReason
{
    public override ShiftId? Shift => Planned;
}

/// <summary>They took a shift that was <paramref name="Giver"/>'s.</summary>
public sealed record BySwap(ShiftId Planned, string Giver, string Swap, Decided Decided) : DutyReason
{
    public override ShiftId? Shift => Planned;
}

/// <summary>Put there by an override: beside who was planned, or instead of <paramref name="InsteadOf"/>.</summary>
/// <param name="InsteadOf">Null: added, or in the place of whoever was there.</param>
public sealed record ByOverride(string Override, OverrideKind Kind, string? InsteadOf, Decided Decided) : DutyReason;

/// <summary>Nobody else is on duty in the layer.</summary>
public sealed record ByFallback : DutyReason;

/// <summary>Why somebody who would have been on duty is not.</summary>
public abstract record AbsenceReason;

/// <summary>On leave. No cause is stored anywhere.</summary>
public sealed record OnLeave(string Leave, Decided Decided) : AbsenceReason;

/// <summary>Taken off, or replaced, by an override.</summary>
public sealed record TakenOff(string Override, OverrideKind Kind, Decided Decided) : AbsenceReason;
