using CallRouting.Core.Offices;
using CallRouting.Core.Reports;
using CallRouting.Server.Reports;
using CallRouting.Server.Tests.Calls;
using NodaTime;

namespace CallRouting.Server.Tests.Reports;

/// <summary>Twelve months that are public, and then their year: laid beside each other they give nothing away.</summary>
public sealed class ReleaseYearTests
{
    private static readonly string[] Areas = ["3232", "3103", "0301", "4601", "5001"];

    [Test]
    public async Task A_year_is_public_after_its_months_and_no_difference_of_them_shows_a_hidden_count()
    {
        await using var server = await RunningServer.Start();
        var subjects = server.Get<ReportRunner>().SubjectsOf(Month(12));
        var random = new Random(7);
        for (var month = 1; month <= 12; month++)
        {
            Assert.That(await Find(server, "2026"), Is.Null, "not before the last month");
            await server.Get<ReleaseRunner>().Release(Month(month), Counted(subjects, random), subjects, default);
        }
        var months = new List<Release>();
        for (var month = 1; month <= 12; month++)
        {
            months.Add((await Find(server, $"{Month(month)}"))!);
        }
        var year = (await Find(server, "2026"))!;
        Assert.That(year.Place("country")!.Counts["offered"], Is.Not.Null, "what most people ask for is shown");
        foreach (var place in year.Places)
        foreach (var (outcome, whole) in place.Counts.Where(count => count.Value is not null))
        {
            var parts = months.Select(month => month.Place(place.Code)!.Counts[outcome]).ToList();
            Assert.That(
                parts.Count(part => part is null),
                Is.Not.EqualTo(1),
                $"{place.Code} {outcome}: the year less eleven months is the twelfth"
            );
            Assert.That(Suppression.IsSmall(whole!.Value), Is.False);
        }
    }

    [Test]
    public async Task A_correction_shows_nothing_that_was_hidden_before()
    {
        await using var server = await RunningServer.Start();
        var subjects = server.Get<ReportRunner>().SubjectsOf(Month(1));
        await server.Get<ReleaseRunner>().Release(Month(1), Counted(subjects, new Random(1)), subjects, default);
        var first = (await Find(server, "2026-01"))!;
        await server.Get<ReleaseRunner>().Release(Month(1), Counted(subjects, new Random(2)), subjects, default);
        var second = (await Find(server, "2026-01"))!;
        foreach (var place in first.Places)
        foreach (var (outcome, _) in place.Counts.Where(count => count.Value is null))
        {
            Assert.That(second.Place(place.Code)!.Counts[outcome], Is.Null);
        }
        Assert.That(
            await server.Rows<int>("select version from releases where period = '2026-01' order by version"),
            Is.EqualTo(new[] { 1, 2 })
        );
    }

    private static ReportPeriod Month(int month) => ReportPeriod.Around(new(2026, month, 1), PeriodKind.Month);

    private static CountedSpots Counted(ReportSubjects subjects, Random random) =>
        new(
            subjects,
            [
                .. Areas.Select(area => new SpotFigures(
                    new("0104", "0104-general", area),
                    new()
                    {
                        Transfers = new()
                        {
                            AcceptedByOffice = random.Next(0, 40),
                            AcceptedByNeighbour = random.Next(0, 6),
                            Exhausted = random.Next(0, 9),
                            Abandoned = random.Next(0, 5),
                        },
                    }
                )),
            ],
            []
        );

    private static async Task<Release?> Find(RunningServer server, string period) =>
        await server.Read(unit => server.Get<ReleaseStore>().Latest(ReportPeriod.Read(period)!, unit)) is { } row
            ? System.Text.Json.JsonSerializer.Deserialize<Release>(row.Content, System.Text.Json.JsonSerializerOptions.Web)
            : null;
}
