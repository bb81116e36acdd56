using System.Globalization;
using System.Text.Json;
using CallRouting.Core.Reports;
using CallRouting.Server;
using CallRouting.Server.Database;
using CallRouting.Server.Offices;
using CallRouting.Server.Reports;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Spectre.Console;

namespace CallRouting.Benchmarks;

/// <summary>What reports cost over ten years of transfers in one SQLite file, beside a plain count of the same rows in the same run.</summary>
/// <param name="MonthlyReportSeconds">Every municipality's figures of a month; the slowest of five months.</param>
/// <param name="PlainCountSeconds">The same months counted from the rows by the database; the slowest.</param>
/// <param name="OfficeYearMs">An office's figures of a year; the slowest of the largest office and twenty others.</param>
/// <param name="AddDaySeconds">A new day's transfers summed up.</param>
/// <param name="AggregatesEqual">Whether months, and all offices over all years, are what the plain count gives.</param>
internal sealed record ReportTime(
    int Transfers,
    double MonthlyReportSeconds,
    double PlainCountSeconds,
    double OfficeYearMs,
    double AddDaySeconds,
    bool AggregatesEqual
)
{
    private const int Usual = 5_000_000;
    private const int Seed = 20_261_118;
    private const int Months = 5;
    private const int Times = 3;

    public static async Task Tell(IReadOnlyList<string> args)
    {
        var transfers = args.SkipWhile(arg => arg != "--transfers").Skip(1).FirstOrDefault() is { } asked
            ? int.Parse(asked, CultureInfo.InvariantCulture)
            : Usual;
        var folder = Directory.CreateTempSubdirectory("benchmark-").FullName;
        try
        {
            await using var server = ServerHost.Build([], builder => Arrange(builder, folder));
            var figures = await Measure(server.Services, File(folder), transfers, quiet: args.Contains("--json"));
            Console.WriteLine(JsonSerializer.Serialize(figures, JsonSerializerOptions.Web));
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<ReportTime> Measure(IServiceProvider rooms, string file, int transfers, bool quiet)
    {
        await rooms.GetRequiredService<Migrations>().Apply();
        await rooms.GetRequiredService<RegisterRunner>().Load(RegisterFiles.OwnFolder);
        var years = new TenYears(rooms.GetRequiredService<PlacesInForce>().Places, transfers, Seed);
        var (questions, rounds, reads) = (
            rooms.GetRequiredService<FigureQuestions>(),
            rooms.GetRequiredService<CountRounds>(),
            rooms.GetRequiredService<Reads>()
        );
        await Show(quiet, "transfers", transfers, told => Task.Run(() => years.Write($"Data Source={file}", told)));
        await Show(quiet, "days summed up", 120, told => SumUp(rounds, told));

        var months = Enumerable
            .Range(0, Months)
            .Select(i => ReportPeriod.Around(TenYears.Last.PlusMonths(-23 * i), PeriodKind.Month))
            .ToList();
        var (report, plain, equal) = (0.0, 0.0, true);
        foreach (var month in months)
        {
            var (summed, took) = await Timed(() => questions.By(Division.Municipality, Scope.Country, month, Slice.All, asItWas: true));
            var (counted, tookPlain) = await Timed(() => reads.Ask(unit => PlainCount.Municipalities(month, unit)));
            (report, plain) = (Math.Max(report, took), Math.Max(plain, tookPlain));
            equal &= Of(summed).SequenceEqual(counted);
        }
        var officeYear = await SlowestOffice(questions, years);
        var ever = ReportPeriod.Between(TenYears.First, TenYears.Last);
        var offices = await questions.By(Division.Office, Scope.Country, ever, Slice.All);
        equal &= Of(offices).SequenceEqual(await reads.Ask(unit => PlainCount.Offices(ever, unit)));

        var more = TenYears.Last.PlusDays(2);
        years.WriteDayMore($"Data Source={file}", more);
        var (writes, days) = (rooms.GetRequiredService<Writes>(), rooms.GetRequiredService<DailyTransferStore>());
        var (_, addDay) = await Timed(() => rounds.Count(new(more, more)), before: () => writes.Commit(unit => days.MakeStale(more, unit)));
        return new(transfers, Rounded(report), Rounded(plain), Rounded(officeYear * 1e3), Rounded(addDay), equal);
    }

    private static async Task SumUp(CountRounds rounds, Action<int> told)
    {
        for (var month = 0; month < 120; month++)
        {
            await rounds.Count(ReportPeriod.Around(TenYears.First.PlusMonths(month), PeriodKind.Month).Days);
            told(month + 1);
        }
    }

    private static async Task<double> SlowestOffice(FigureQuestions questions, TenYears years)
    {
        var random = new Random(Seed);
        var largest = years
            .Offices.Zip(years.Offices.Skip(1), (before, one) => (one.Unit, Size: one.UpTo - before.UpTo))
            .MaxBy(one => one.Size)
            .Unit;
        var asked = years.Offices.Select(office => office.Unit).OrderBy(_ => random.Next()).Take(20).Prepend(largest);
        var slowest = 0.0;
        foreach (var unit in asked)
        {
            var year = ReportPeriod.Around(new LocalDate(random.Next(2017, 2026), 1, 1), PeriodKind.Year);
            slowest = Math.Max(slowest, (await Timed(() => questions.Of(Scope.Office(unit), year, Slice.All))).Seconds);
        }
        return slowest;
    }

    private static IEnumerable<Counted> Of(IEnumerable<PartFigures> parts) =>
        parts.Select(part => new Counted(
            part.Key,
            part.Figures.Transfers.Offered,
            part.Figures.Transfers.Accepted,
            part.Figures.Transfers.Ours,
            part.Figures.Transfers.ToAccept
        ));

    /// <summary>The quickest of three, which others on the machine disturbed least.</summary>
    private static async Task<(T Answer, double Seconds)> Timed<T>(Func<Task<T>> what, Func<Task>? before = null)
    {
        var (answer, least) = (default(T)!, double.MaxValue);
        for (var time = 0; time < Times; time++)
        {
            await (before?.Invoke() ?? Task.CompletedTask);
            var begin = TimeProvider.System.GetTimestamp();
            answer = await what();
            least = Math.Min(least, TimeProvider.System.GetElapsedTime(begin).TotalSeconds);
        }
        return (answer, least);
    }

    private static async Task Show(bool quiet, string what, int most, Func<Action<int>, Task> work)
    {
        if (quiet)
        {
            await work(_ => { });
            return;
        }
        await AnsiConsole
            .Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) })
            .Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(progress =>
            {
                var bar = progress.AddTask(what, maxValue: most);
                return work(done => bar.Value = done);
            });
    }

    private static void Arrange(WebApplicationBuilder builder, string folder)
    {
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["Mode"] = "Demo",
                ["Background"] = "false",
                ["DataFolder"] = folder,
                ["Database:File"] = File(folder),
                ["Privacy:Keys:0"] = Convert.ToBase64String(new byte[32]),
            }
        );
        builder.Logging.ClearProviders();
    }

    private static string File(string folder) => Path.Combine(folder, "benchmark.db");

    private static double Rounded(double value) => Math.Round(value, 3);
}
