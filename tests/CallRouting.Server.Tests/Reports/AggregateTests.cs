using CallRouting.Core.Reports;
using CallRouting.Server.Database;
using CallRouting.Server.Reports;
using CallRouting.Server.Tests.Calls;
using CallRouting.Server.Tests.Database;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace CallRouting.Server.Tests.Reports;

/// <summary>Sums of days are always what a plain count of their rows would give, also after what came late.</summary>
[TestFixtureSource(typeof(TestDatabase), nameof(TestDatabase.Engines))]
public sealed class AggregateTests(string engine)
{
    private static readonly ReportPeriod Days = ReportPeriod.Between(CountedRows.Wednesday, CountedRows.Wednesday.PlusDays(4));

    private RunningServer server = null!;
    private CountedRows make = null!;
    private FigureQuestions questions = null!;

    [SetUp]
    public async Task Start()
    {
        server = await RunningServer.On(engine);
        make = new CountedRows(Room<CountedTransferStore>(), Room<DailyTransferStore>());
        questions = Room<FigureQuestions>();
    }

    [TearDown]
    public async Task Stop() => await server.DisposeAsync();

    [Test]
    public async Task Whatever_comes_and_whenever_the_answer_is_a_plain_count([Values(1, 2, 3)] int seed)
    {
        var random = new Random(seed);
        var all = new List<CountedTransfer>();
        for (var round = 0; round < 4; round++)
        {
            var late = Enumerable.Range(0, 40).Select(_ => make.AnyOf(random)).ToList();
            await server.Write(unit => Write(late, unit));
            all.AddRange(late);
            if (random.Next(2) == 0)
            {
                await Room<CountRounds>().Count(Days.Days);
            }
            await Compare(all);
        }
        Assert.That(await Room<CountRounds>().Count(Days.Days), Is.Zero, "nothing is stale that has been asked for");
    }

    [Test]
    public async Task Summing_up_twice_changes_nothing()
    {
        await server.Write(unit => Write([make.One(Ending.Accepted), make.One(Ending.Exhausted)], unit));
        var once = await questions.Of(Scope.Country, Days, Slice.All);
        await server.Write(unit => Room<DailyTransferStore>().MakeStale(CountedRows.Wednesday, unit));
        Assert.That(await questions.Of(Scope.Country, Days, Slice.All), Is.EqualTo(once));
    }

    [Test]
    public async Task What_has_no_ending_counts_nowhere()
    {
        await server.Write(unit => Room<CountedTransferStore>().Add(CountedTransferRow.Of(make.One(Ending.Accepted), isOver: false), unit));
        Assert.That(await questions.Of(Scope.Country, Days, Slice.All), Is.EqualTo(Figures.None));
    }

    [Test]
    public async Task The_rows_behind_a_figure_come_page_by_page_each_once()
    {
        var random = new Random(1);
        var all = Enumerable.Range(0, 70).Select(_ => make.AnyOf(random)).ToList();
        await server.Write(unit => Write(all, unit));
        var seen = new List<CountedTransfer>();
        var after = RowKey.First;
        while (await questions.Rows(Scope.Office("0104"), Days, Slice.All, Ending.Exhausted, after, 3) is { Count: > 0 } page)
        {
            seen.AddRange(page);
            after = RowKey.Read(RowKey.Of(page[^1]))!;
        }
        Assert.That(
            seen,
            Is.EqualTo(
                all.Where(row => row is { Unit: "0104", Ending: Ending.Exhausted }).OrderBy(row => row.Day).ThenBy(row => row.Transfer)
            )
        );
    }

    private async Task Compare(IReadOnlyList<CountedTransfer> all)
    {
        string[] slices = ["all", "urgent:yes", "urgent:no", "language:nn", "hour:10", "way:Menu", "way:Callback", "group:youth"];
        foreach (var slice in slices.Select(text => Slice.Read(text)!))
        {
            Assert.That(await Ask(Scope.Country, slice), Is.EqualTo(Plain(all, slice, _ => true)), $"{slice}");
            Assert.That(
                await Ask(Scope.Office("0238"), slice),
                Is.EqualTo(Plain(all, slice, row => row.Unit == "0238")),
                $"office, {slice}"
            );
        }
        var parts = await questions.By(Division.Line, Scope.Country, Days, Slice.All);
        Assert.That(
            parts.Select(part => (part.Key, part.Figures.Transfers)),
            Is.EqualTo(
                all.GroupBy(row => row.Line).OrderBy(line => line.Key).Select(line => (line.Key, Plain([.. line], Slice.All, _ => true)))
            )
        );
    }

    private async Task<TransferFigures> Ask(Scope scope, Slice slice) => (await questions.Of(scope, Days, slice)).Transfers;

    private static TransferFigures Plain(IReadOnlyList<CountedTransfer> all, Slice slice, Func<CountedTransfer, bool> chosen) =>
        all.Where(slice.Covers).Where(chosen).Select(TransferFigures.Of).Aggregate(TransferFigures.None, (sum, one) => sum + one);

    private async Task Write(IEnumerable<CountedTransfer> rows, UnitOfWork unit)
    {
        foreach (var row in rows)
        {
            await make.Write(row, unit);
        }
    }

    private T Room<T>()
        where T : notnull => server.App.Services.GetRequiredService<T>();
}
