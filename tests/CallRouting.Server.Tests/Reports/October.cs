using CallRouting.Core.Reports;
using CallRouting.Server.Reports;
using CallRouting.Server.Tests.Calls;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Tests.Reports;

/// <summary>A server that has counted an October: Nittedal's 40 transfers, Moss's 12 and one of Gamle Oslo's. It is Wednesday 18 November 2026.</summary>
internal sealed class October(RunningServer server) : IAsyncDisposable
{
    public const string Nittedal = "municipality:3232";
    public const string Lead = "lead:0233-3";

    private int made;

    public RunningServer Server => server;

    public static async Task<October> Counted(params (string Key, string? Value)[] settings)
    {
        var october = new October(await RunningServer.Start(settings));
        await october.Counts("0233", "3232", Ending.Accepted, 30);
        await october.Counts("0233", "3232", Ending.Exhausted, 8);
        await october.Counts("0233", "3232", Ending.Abandoned, 2);
        await october.Counts("0104", "3103", Ending.Accepted, 12);
        await october.Counts("0316", "0301", Ending.Accepted, 1);
        return october;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    /// <summary>Transfers that are over, on the days of a month one after another.</summary>
    public Task Counts(string office, string area, Ending ending, int count, int month = 10) =>
        server.Write(async unit =>
        {
            for (var i = 0; i < count; i++)
            {
                var row = Row(office, area, ending, new(2026, month, 1 + i % 28));
                await server.Get<CountedTransferStore>().Add(CountedTransferRow.Of(row), unit);
                await server.Get<DailyTransferStore>().MakeStale(row.Day, unit);
            }
        });

    /// <summary>The round of reports, as Quartz wakes it.</summary>
    public Task<int> Round() => server.Get<ReportRounds>().RunOnce(server.Time.GetUtcNow().ToInstant());

    public void Becomes(string moment) =>
        server.Time.Advance(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture) - server.Time.GetUtcNow());

    /// <summary>The report of a subject, as a role reads it.</summary>
    public async Task<ReportAnswer> Report(string subject, string role = "supervisor", int? version = null)
    {
        var listed = await server.Get<ReportsAnswer>(role, "reports?period=2026-10");
        var id = listed.Reports.Single(report => report.Subject == subject).Id;
        return await server.Get<ReportAnswer>(role, $"reports/{id}{(version is null ? "" : $"?version={version}")}");
    }

    public static ReportFigure Figure(ReportAnswer report, string key) => report.Content.Figures.Single(figure => figure.Key == key);

    /// <summary>An exhausted transfer of Nittedal's.</summary>
    public Task<string?> Unanswered() =>
        server.Value<string>("select min(transfer_id) from counted_transfers where unit_number = '0233' and ending = 'Exhausted'");

    private CountedTransfer Row(string office, string area, Ending ending, LocalDate day) =>
        new()
        {
            Transfer = $"transfer-{++made:0000}",
            Unit = office,
            Line = $"{office}-general",
            Area = area,
            Day = day,
            HalfHour = 18 + made % 12,
            Way = made % 2 == 0 ? Way.Menu : Way.Transferred,
            Urgent = made % 9 == 0,
            Ending = ending,
            Rung = ending == Ending.Accepted ? 1 : null,
            SecondsToAccept = ending == Ending.Accepted ? 8 + made % 20 : null,
            SecondsToGiveUp = ending == Ending.Abandoned ? 70 : null,
            CountsAgainstOffice = ending == Ending.Exhausted,
        };
}
