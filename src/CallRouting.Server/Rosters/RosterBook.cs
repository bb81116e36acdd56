using CallRouting.Core.Calls;
using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;

namespace CallRouting.Server.Rosters;

/// <summary>All that a roster file says, checked: every office's lines, people and shifts, and the numbers of the service.</summary>
public sealed record RosterBook(
    IReadOnlyList<OfficeRoster> Offices,
    IReadOnlyList<Agent> Agents,
    IReadOnlyList<InboundNumber> InboundNumbers,
    IReadOnlyList<EmergencyNumber> EmergencyNumbers
);

/// <param name="LeadId">One of the officers, or null: the office has named no lead.</param>
/// <param name="DeputyId">Another of the officers, who stands in for the lead; or null.</param>
public sealed record OfficeRoster(
    UnitNumber Unit,
    IReadOnlyList<OfficeLine> Lines,
    IReadOnlyList<Officer> Officers,
    IReadOnlyList<Shift> Shifts,
    string? LeadId,
    string? DeputyId = null
);

/// <param name="Policy">The line's own ladder; null: the default.</param>
public sealed record OfficeLine(DutyLine Line, EscalationPolicy? Policy);

/// <summary>A municipality's on-call service for urgent social needs, rung or told when offices are closed.</summary>
public sealed record EmergencyNumber(string MunicipalityNumber, PhoneNumber Number);
