using CallRouting.Core.Reports;
using CallRouting.Server.Database;
using CallRouting.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime.Extensions;

namespace CallRouting.Server.Reports;

/// <summary>Finds the report that somebody names, and sees that they may read it.</summary>
public sealed class ReportDoor(ReportStore reports, ObjectionStore objections, ReportRunner runner, Reads reads, TimeProvider clock)
{
    /// <summary>Whether the report is theirs to read: their own office, or the municipality that it serves; supervisors read all.</summary>
    public static bool Sees(Who who, Scope scope, ReportSubjects subjects) =>
        !who.IsBoundToUnits || subjects.OfficesOf(scope).Any(who.MayAct);

    public Task<(ReportRow? Report, ProblemHttpResult? Refused)> Find(string id, Who who, CancellationToken cancel) =>
        reads.Ask(unit => Find(id, who, unit), cancel);

    public async Task<(ReportRow? Report, ProblemHttpResult? Refused)> Find(string id, Who who, UnitOfWork unit) =>
        await reports.Find(id, unit) is not { } report
            ? (null, Problems.NotFound("report", id, "GET /api/reports lists those that there are."))
        : Sees(who, report.Scope, runner.SubjectsOf(report.Days)) ? (report, null)
        : (null, NotYours(report.Scope));

    /// <param name="version">Null: the one that holds.</param>
    public async Task<ReportAnswer?> Answer(ReportRow report, int? version, Who who, CancellationToken cancel)
    {
        var (versions, contested) = await reads.Ask(
            async unit => (await reports.Versions(report.Id, unit), await objections.OfDays(report.Days.Days, unit)),
            cancel
        );
        var at = version ?? report.Version;
        if (versions.FirstOrDefault(one => one.Version == at) is not { } shown)
        {
            return null;
        }
        var subjects = runner.SubjectsOf(report.Days);
        var own = contested.Where(one => subjects.Covers(report.Scope, new(one.UnitNumber, "", one.AreaCode))).ToList();
        var before = versions.LastOrDefault(one => one.Version < at)?.Hash ?? "";
        var today = Core.Offices.OsloTime.OsloDate(clock.GetUtcNow().ToInstant());
        var isOpen = report.PublishedAt is null;
        return new(
            ReportSummary.Of(report),
            at,
            shown.Hash,
            ReportJson.Hash(shown.Content, before) == shown.Hash,
            ReportJson.Read<ReportContent>(shown.Content),
            [.. own.Select(ObjectionAnswer.Of)],
            [.. versions.Select(VersionAnswer.Of)],
            isOpen && today <= report.LastDayToObject && who.Role == Roles.Lead,
            isOpen && who.Role == Roles.Supervisor,
            !isOpen && who.Role == Roles.Supervisor
        );
    }

    public static ProblemHttpResult NotYours(Scope scope) =>
        TypedResults.Problem(
            title: "Not your office",
            detail: $"{scope} is not your office's. You read reports of your own office and of the municipalities that it serves.",
            statusCode: StatusCodes.Status403Forbidden
        );
}
