using CallRouting.Core.Reports;

namespace CallRouting.Server.Reports;

/// <summary>
/// What an operator types: reports recount FROM TO. The exit code is 0 when figures and timeline agree, 1 when they do not, 2 for a wrong
/// command.
/// </summary>
public sealed class RecountCommand(Recounting recounting, TextWriter output)
{
    private const string Usage = """
        reports recount FROM TO

        Counts the days from FROM to TO (such as 2026-11-01 2026-11-30) once more from the timeline alone, and prints where figures differ.
        """;

    public async Task<int> Run(IReadOnlyList<string> args, CancellationToken cancel = default)
    {
        if (args is not ["recount", var from, var to])
        {
            await output.WriteLineAsync(Usage);
            return 2;
        }
        if (ReportPeriod.Read($"{from}/{to}") is not { } period)
        {
            await output.WriteLineAsync(
                $"\"{from}\" to \"{to}\" are no days. Give dates such as 2026-11-01 2026-11-30, the first not after the last."
            );
            return 2;
        }
        var differences = await recounting.Compare(period, cancel);
        foreach (var difference in differences)
        {
            await output.WriteLineAsync(difference);
        }
        await output.WriteLineAsync(
            differences.Count == 0 ? $"{period}: figures and timeline agree." : $"{period}: {differences.Count} differences."
        );
        return differences.Count == 0 ? 0 : 1;
    }
}
