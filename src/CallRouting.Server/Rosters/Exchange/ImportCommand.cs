using CallRouting.Core.Rosters;
using NodaTime;

namespace CallRouting.Server.Rosters.Exchange;

/// <summary>What an operator types: roster import FOLDER|FILE. The exit code is 0 when it was done, 1 when it was refused, 2 for a wrong command.</summary>
public sealed class ImportCommand(ImportRunner runner, TextWriter output)
{
    private const int MostTold = 50;

    private const string Usage = """
        roster import FOLDER|FILE [--partly] [--publish FIRST-DAY LAST-DAY [--accept-gaps REASON]]

        Makes each file (CSV or iCalendar) the draft of a line: the one that it is called after, such as 0104-general.csv, or 0104.csv for an
        office's general line; or of the lines that a CSV file names row by row. All of it or nothing. Days are such as 2027-01-01.

          --partly        takes the good rows and lines, and tells of the others
          --publish       publishes the drafts for a period, the last day included
          --accept-gaps   answers for every gap in it, with a reason that supervisors read
        """;

    public async Task<int> Run(string[] args)
    {
        if (Asked(args) is not { } order)
        {
            await output.WriteLineAsync(Usage);
            return 2;
        }
        if (Files(order.Path) is not { Count: > 0 } files)
        {
            await output.WriteLineAsync($"There is no file {order.Path} and no folder with files that end in .csv or .ics.");
            return 2;
        }
        var report = await runner.Import(files, order);
        await Tell(report.Refused);
        await output.WriteLineAsync(report.Summary);
        return report.IsDone ? 0 : 1;
    }

    private async Task Tell(IReadOnlyList<string> refused)
    {
        foreach (var line in refused.Take(MostTold))
        {
            await output.WriteLineAsync(line);
        }
        if (refused.Count > MostTold)
        {
            await output.WriteLineAsync($"… and {refused.Count - MostTold} more.");
        }
    }

    private static ImportOrder? Asked(string[] args) =>
        args switch
        {
            [var path] => new(path),
            [var path, "--partly"] => new(path, Partly: true),
            [var path, "--publish", var first, var last] => Publishing(new(path), first, last),
            [var path, "--partly", "--publish", var first, var last] => Publishing(new(path, Partly: true), first, last),
            [.. var rest, "--accept-gaps", var reason] when Asked(rest) is { Publish: not null } order => order with { GapReason = reason },
            _ => null,
        };

    private static ImportOrder? Publishing(ImportOrder order, string first, string last) =>
        AskedDays.Date(first) is { } begin && AskedDays.Date(last) is { } end && begin <= end
            ? order with
            {
                Publish = new DateInterval(begin, end),
            }
            : null;

    private static IReadOnlyList<string> Files(string path) =>
        File.Exists(path) && RosterFormats.OfFile(path) is not null ? [path]
        : Directory.Exists(path)
            ? [.. Directory.GetFiles(path).Where(file => RosterFormats.OfFile(file) is not null).Order(StringComparer.Ordinal)]
        : [];
}

/// <param name="Partly">Take what is good.</param>
/// <param name="Publish">For which days; null: the drafts stay drafts.</param>
/// <param name="GapReason">Why gaps are accepted; null: they are not.</param>
public sealed record ImportOrder(string Path, bool Partly = false, DateInterval? Publish = null, string? GapReason = null);
