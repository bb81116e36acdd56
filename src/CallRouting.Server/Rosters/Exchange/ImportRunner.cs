using System.Globalization;
using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using CallRouting.Server.Database;
using CallRouting.Server.SignIn;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;

namespace CallRouting.Server.Rosters.Exchange;

/// <summary>Many lines' rosters at once: every file is read before anything is written, and it is written in one unit.</summary>
public sealed class ImportRunner(
    RosterStore rosters,
    RosterImports imports,
    RosterDrafts drafts,
    Reads reads,
    Writes writes,
    TimeProvider clock
)
{
    private static readonly Who Operator = new(Roles.Administrator, null, []);

    public async Task<ImportReport> Import(IReadOnlyList<string> files, ImportOrder order)
    {
        var (lines, refused) = await reads.Ask(unit => RosterFiles.Read(files, rosters, unit));
        if (lines.Count == 0 || (refused.Count > 0 && !order.Partly))
        {
            return Nothing(refused);
        }
        try
        {
            return await writes.Commit(unit => Write(lines, refused, order, unit));
        }
        catch (NotPublishedException not)
        {
            return Nothing([.. refused, .. not.Why]);
        }
    }

    private async Task<ImportReport> Write(
        IReadOnlyList<IGrouping<DutyLine, DutySpan>> lines,
        IReadOnlyList<string> refused,
        ImportOrder order,
        UnitOfWork unit
    )
    {
        var decided = new Decided(Operator.Name, clock.GetUtcNow().ToInstant());
        foreach (var line in lines)
        {
            await imports.Save(line.Key, line, seen: null, decided, unit);
        }
        var unpublished = order.Publish is { } days ? await Publish(lines, days, order.GapReason, unit) : [];
        if (unpublished.Count > 0 && !order.Partly)
        {
            throw new NotPublishedException(unpublished);
        }
        return new([.. refused, .. unpublished], Summary(lines, unpublished.Count, order), IsDone: true);
    }

    private async Task<List<string>> Publish(
        IReadOnlyList<IGrouping<DutyLine, DutySpan>> lines,
        DateInterval days,
        string? gapReason,
        UnitOfWork unit
    )
    {
        var refused = await drafts.PublishAll(lines.Select(line => line.Key), Body(days, gapReason), Operator, unit);
        return [.. refused.Select(each => $"{each.Line.Id} was not published. {each.Why.ProblemDetails.Detail}")];
    }

    private static PublishBody Body(DateInterval days, string? gapReason)
    {
        var (from, to) = (OsloTime.StartOf(days.Start).ToDateTimeOffset(), OsloTime.StartOf(days.End.PlusDays(1)).ToDateTimeOffset());
        return new(
            LocalDatePattern.Iso.Format(days.Start),
            LocalDatePattern.Iso.Format(days.End),
            gapReason is null ? [] : [new AcceptedGapBody(from, to, gapReason)]
        );
    }

    private static ImportReport Nothing(IReadOnlyList<string> refused) =>
        new(refused, refused.Count > 0 ? "Nothing was imported." : "Nothing was imported: the files hold no duties.", IsDone: false);

    private static string Summary(IReadOnlyList<IGrouping<DutyLine, DutySpan>> lines, int unpublished, ImportOrder order)
    {
        var duties = lines.Sum(line => line.Count()).ToString(CultureInfo.InvariantCulture);
        var published = order.Publish is { } days
            ? $" Published for {days.Start:uuuu-MM-dd} to {days.End:uuuu-MM-dd}: {lines.Count - unpublished}."
            : "";
        return $"{lines.Count} lines have a draft of {duties} duties.{published}";
    }

    /// <summary>Undoes the unit: some lines cannot be published as asked, and it was not said that the others may.</summary>
    private sealed class NotPublishedException(List<string> why) : Exception
    {
        public List<string> Why => why;
    }
}

/// <param name="Refused">Each with its file, row, field and what is allowed; or a line and why it could not be published.</param>
public sealed record ImportReport(IReadOnlyList<string> Refused, string Summary, bool IsDone);
