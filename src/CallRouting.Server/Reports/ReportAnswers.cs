using CallRouting.Core.Reports;
using CallRouting.Server.SignIn;
using NodaTime;

namespace CallRouting.Server.Reports;

/// <param name="Periods">Of which there are reports, the latest first.</param>
/// <param name="Period">The one that is listed.</param>
public sealed record ReportsAnswer(IReadOnlyList<string> Periods, string? Period, IReadOnlyList<ReportSummary> Reports);

/// <param name="Subject">office:0104, municipality:3103, county:Østfold or country.</param>
/// <param name="LastDayToObject">Until the end of which rows may be contested.</param>
/// <param name="PublishedAt">Null until then.</param>
/// <param name="Version">0 until it is published.</param>
public sealed record ReportSummary(
    string Id,
    string Subject,
    string Name,
    string Period,
    DateTimeOffset MadeAt,
    DateOnly LastDayToObject,
    DateTimeOffset? PublishedAt,
    int Version
)
{
    public static ReportSummary Of(ReportRow row) =>
        new(
            row.Id,
            row.Subject,
            row.Name,
            row.Period,
            row.MadeAt.ToDateTimeOffset(),
            row.LastDayToObject.ToDateOnly(),
            row.PublishedAt?.ToDateTimeOffset(),
            row.Version
        );
}

/// <param name="Shown">The version whose content this is.</param>
/// <param name="Intact">Whether the content is what was hashed when it was written.</param>
/// <param name="MayObject">Whether whoever asks may contest rows of it now.</param>
/// <param name="MayRule">Whether whoever asks may rule upon open objections.</param>
/// <param name="MayCorrect">Whether whoever asks may publish a correction.</param>
public sealed record ReportAnswer(
    ReportSummary Report,
    int Shown,
    string Hash,
    bool Intact,
    ReportContent Content,
    IReadOnlyList<ObjectionAnswer> Objections,
    IReadOnlyList<VersionAnswer> Versions,
    bool MayObject,
    bool MayRule,
    bool MayCorrect
);

public sealed record VersionAnswer(int Version, DateTimeOffset MadeAt, string MadeBy, string Hash)
{
    public static VersionAnswer Of(VersionRow row) => new(row.Version, row.MadeAt.ToDateTimeOffset(), row.MadeBy, row.Hash);
}

/// <param name="Transfer">The contested row.</param>
/// <param name="Ending">How it was counted.</param>
/// <param name="CountedAs">Null until it is ruled upon.</param>
public sealed record ObjectionAnswer(
    string Id,
    string Report,
    string Transfer,
    string Unit,
    DateOnly Day,
    string Ending,
    ObjectionReason Reason,
    string Words,
    DateTimeOffset MadeAt,
    string MadeBy,
    CountedAs? CountedAs,
    string? Why,
    DateTimeOffset? RuledAt,
    string? RuledBy
)
{
    public static ObjectionAnswer Of(ObjectionRow row) =>
        new(
            row.Id,
            row.ReportId,
            row.TransferId,
            row.UnitNumber,
            row.Day.ToDateOnly(),
            row.Ending,
            Enum.Parse<ObjectionReason>(row.Reason),
            row.Words,
            row.MadeAt.ToDateTimeOffset(),
            row.MadeBy,
            row.CountedAs is { } counted ? Enum.Parse<CountedAs>(counted) : null,
            row.Why,
            row.RuledAt?.ToDateTimeOffset(),
            row.RuledBy
        );
}

public sealed record MakeReport(string? Subject, string? Period);

public sealed record MakeObjection(string? Transfer, string? Reason, string? Words);

public sealed record MakeRuling(string? CountedAs, string? Why);

/// <param name="Rows">Rows that are counted otherwise from now on; none where only the figures have moved.</param>
public sealed record MakeCorrection(string? Why, IReadOnlyList<CorrectedRow>? Rows);

public sealed record CorrectedRow(string? Transfer, string? CountedAs);
