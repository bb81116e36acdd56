using CallRouting.Core.Calls;
using CallRouting.Core.Offices;
using NodaTime;

namespace CallRouting.Core.Rosters;

/// <summary>Something to be looked at in a line's coverage. Half-open; of a hand-over both ends are the moment.</summary>
public sealed record Finding(DutyLineId Line, UnitNumber Unit, Instant From, Instant To, Concern What)
{
    public Duration Length => To - From;
}

/// <summary>What a finding is about, as data; pages and messages find the words.</summary>
public abstract record Concern;

public enum GapCause
{
    /// <summary>No rule, override or fallback names anybody.</summary>
    NobodyPlanned,

    /// <summary>No roster was published for the time.</summary>
    NothingPublished,

    /// <summary>Who was planned is on leave, and nobody takes it.</summary>
    OnLeave,

    /// <summary>An override took off who was there.</summary>
    TakenOff,

    /// <summary>The roster names people whom the office does not have.</summary>
    UnknownOfficers,

    /// <summary>The line itself is out of service.</summary>
    OutOfService,
}

/// <summary>The line must be kept, and nobody is on duty in any layer.</summary>
/// <param name="Officers">Who would be on duty, for the causes that name somebody.</param>
public sealed record Gap(GapCause Cause, OfficerIds Officers) : Concern;

/// <summary>The line is kept, but nobody is on duty in one of its layers.</summary>
public sealed record ThinLayer(DutyRole Role, GapCause Cause, OfficerIds Officers) : Concern;

/// <summary>The line is kept on paper: nobody on duty has a phone that was verified.</summary>
public sealed record Unreachable(OfficerIds OnDuty) : Concern;

/// <summary>Somebody could be rung but for a pause, and nobody else is on duty who could.</summary>
public sealed record EmptiedByPause(OfficerIds OnDuty) : Concern;

/// <summary>One officer is on duty on two lines at once. Told of both lines.</summary>
public sealed record DoubleBooking(string OfficerId, DutyLineId Other, UnitNumber OtherUnit) : Concern;

/// <summary>One officer is on duty in two layers of the line: whom the ladder rings next is whom it has just rung.</summary>
public sealed record TwoLayers(string OfficerId, DutyRole One, DutyRole Other) : Concern;

/// <summary>One number, of two officers, is on duty for two offices at once. Told of both lines.</summary>
public sealed record SharedNumber(PhoneNumber Number, string OfficerId, string OtherOfficerId, DutyLineId Other, UnitNumber OtherUnit)
    : Concern;

/// <summary>None of an officer's phones has been shown to reach them. From their first moment on duty to their last.</summary>
public sealed record UnverifiedPhone(string OfficerId) : Concern;

/// <summary>On duty by a swap or an override, and on leave.</summary>
public sealed record OnDutyOnLeave(string OfficerId, string Leave) : Concern;

/// <summary>Nobody of those who were primary a moment ago is still there, at a bad moment.</summary>
public sealed record BadHandOver(BadMoment Moment, OfficerIds Before, OfficerIds After) : Concern;

/// <summary>Some officers, in an order; equal when they are the same.</summary>
public sealed record OfficerIds(IReadOnlyList<string> Ids)
{
    public static OfficerIds None { get; } = new([]);

    public bool Equals(OfficerIds? other) => other is not null && Ids.SequenceEqual(other.Ids);

    public override int GetHashCode() => HashCode.Combine(Ids.Count, Ids.Count == 0 ? "" : Ids[0]);

    public override string ToString() => string.Join(", ", Ids);
}
