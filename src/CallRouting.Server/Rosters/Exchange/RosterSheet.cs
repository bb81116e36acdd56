using CallRouting.Core.Rosters;

namespace CallRouting.Server.Rosters.Exchange;

/// <summary>Duties of some lines over some days, to be written as whichever file somebody wants.</summary>
/// <param name="Name">For a file: the line or the office, and the first day.</param>
public sealed record RosterSheet(string Name, IReadOnlyList<SheetRow> Rows);

/// <param name="Officer">The name; the id of somebody whom the office does not have any more.</param>
public sealed record SheetRow(DutyLine Line, DutySpan Span, string Officer);
