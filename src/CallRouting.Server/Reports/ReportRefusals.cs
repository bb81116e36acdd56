using CallRouting.Core.Reports;

namespace CallRouting.Server.Reports;

/// <summary>What came of asking for something to be done with a report.</summary>
/// <param name="Why">Null: it was done.</param>
public sealed record ReportOutcome(ReportRow? Report, ReportRefusal? Why)
{
    public static ReportOutcome Refused(ReportRefusal why) => new(null, why);
}

internal static class ReportRefusals
{
    public static string Sentence(this ReportRefusal why, ReportRow report) =>
        why switch
        {
            ReportRefusal.Published => "The report is published, and nothing changes it. A supervisor can publish a correction beside it.",
            ReportRefusal.TooLate => $"Rows could be contested until {report.LastDayToObject:uuuu-MM-dd}, the tenth working day.",
            ReportRefusal.AlreadyContested => "The row is contested already, and is ruled upon once.",
            ReportRefusal.AlreadyRuled => "The objection is ruled upon already.",
            ReportRefusal.OwnOffice => "Nobody rules for their own office. A supervisor who is not of that office does.",
            ReportRefusal.NotTheirRow => "The row is another office's. An office contests its own rows.",
            ReportRefusal.NotInReport => "The row is not counted in this report. GET /api/figures/rows lists those that are.",
            ReportRefusal.NotYetMade => $"The period is not over: it ends on {report.LastDay:uuuu-MM-dd}.",
            ReportRefusal.ObjectionsOpen => "An objection waits for its ruling.",
            _ => $"Rows may still be contested, until {report.LastDayToObject:uuuu-MM-dd}.",
        };
}
