using CallRouting.Core.Calls;
using CallRouting.Core.Offices;
using NodaTime;

namespace CallRouting.Core.Rosters;

/// <summary>A line whose coverage is asked for.</summary>
/// <param name="Rosters">What is published, or <see cref="PublishedRosters.Always"/> of a draft.</param>
/// <param name="Agreement">
/// Lines that name the same agreement are kept together: one officer or one number on duty for both is what was agreed. Each line is
/// still obliged and counted by itself. Null: no agreement.
/// </param>
public sealed record CoveredLine(DutyLine Line, PublishedRosters Rosters, string? Agreement = null);

/// <summary>What coverage is measured against; the same for every line that is asked together.</summary>
/// <param name="Hours">
/// The contact centre's: while it is open, every line must be kept. Only public holidays and its own closures shorten them, because an
/// office cannot close its duty away.
/// </param>
/// <param name="Officers">By id. Somebody who is not among them is not there to answer, whatever a roster says.</param>
/// <param name="Verified">Phones that have been shown to reach their officer.</param>
/// <param name="Pauses">Who asked not to be rung, and when.</param>
public sealed record CoverageFacts(
    OpeningHours Hours,
    IReadOnlyDictionary<string, Officer> Officers,
    IReadOnlySet<PhoneNumber> Verified,
    IReadOnlyList<OfficerPause> Pauses,
    HandOverTimes HandOvers
);

/// <param name="When">With both ends; of a pause that nobody has ended, as long as it is to be reckoned with.</param>
public sealed record OfficerPause(string OfficerId, Interval When);
