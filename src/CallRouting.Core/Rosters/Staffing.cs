using NodaTime;

namespace CallRouting.Core.Rosters;

/// <summary>One officer on duty, and why.</summary>
public sealed record Posting(string OfficerId, DutyReason Why);

/// <summary>One officer who would be on duty, and why not.</summary>
public sealed record Absence(string OfficerId, AbsenceReason Why);

/// <summary>The one answer of a layer at a moment: who is on duty in it, in the order in which they are rung, or nobody.</summary>
/// <param name="Absent">Who would have been. On a gap they say why it is one; empty: nobody was planned.</param>
public sealed record Staffing(DutyRole Role, IReadOnlyList<Posting> OnDuty, IReadOnlyList<Absence> Absent)
{
    public bool IsGap => OnDuty.Count == 0;

    public bool Has(string officer) => OnDuty.Any(posting => posting.OfficerId == officer);

    public bool Equals(Staffing? other) =>
        other is not null && Role == other.Role && Same(OnDuty, other.OnDuty) && Same(Absent, other.Absent);

    public override int GetHashCode() => HashCode.Combine(Role, OnDuty.Count, Absent.Count, IsGap ? null : OnDuty[0]);

    private static bool Same<T>(IReadOnlyList<T> one, IReadOnlyList<T> other) =>
        ReferenceEquals(one, other) || (one.Count == other.Count && one.SequenceEqual(other));
}

/// <summary>A layer's answer from and including one moment to another.</summary>
public readonly record struct DutyPeriod(Instant From, Instant To, Staffing Staffing)
{
    public Duration Length => To - From;
}
