using CallRouting.Core.Rosters;
using CallRouting.Server;
using CallRouting.Server.Database;
using CallRouting.Server.Rosters;
using CallRouting.Server.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace CallRouting.Benchmarks;

/// <summary>The country's drafts of a quarter, published by the server itself, into an SQLite file with durable commits.</summary>
internal static class PublishedQuarter
{
    private static readonly PublishBody Quarter = new("2027-04-01", "2027-06-30", null);
    private static readonly Who Operator = new(Roles.Administrator, null, []);

    public static async Task<double> Seconds(int offices)
    {
        var folder = Directory.CreateTempSubdirectory("benchmark-").FullName;
        try
        {
            await using var server = ServerHost.Build([], builder => Arrange(builder, folder));
            await server.Services.GetRequiredService<Migrations>().Apply();
            var writes = server.Services.GetRequiredService<Writes>();
            var lines = await writes.Commit(unit => Prepare(new Country(offices), server.Services, unit));
            return await Measured(server.Services.GetRequiredService<RosterDrafts>(), lines, writes);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<double> Measured(RosterDrafts drafts, IReadOnlyList<DutyLine> lines, Writes writes)
    {
        var begin = TimeProvider.System.GetTimestamp();
        var refused = await writes.Commit(unit => drafts.PublishAll(lines, Quarter, Operator, unit));
        var seconds = TimeProvider.System.GetElapsedTime(begin).TotalSeconds;
        return refused is [var first, ..]
            ? throw new InvalidOperationException($"{refused.Count} lines were not published. {first.Why.ProblemDetails.Detail}")
            : seconds;
    }

    private static async Task<IReadOnlyList<DutyLine>> Prepare(Country country, IServiceProvider rooms, UnitOfWork unit)
    {
        var (rosters, published, changes) = (
            rooms.GetRequiredService<RosterStore>(),
            rooms.GetRequiredService<PublishedStore>(),
            rooms.GetRequiredService<DutyChangeStore>()
        );
        var offices = country.Lines.Zip(country.Rosters, (line, roster) => (line.Line, Roster: roster)).ToList();
        await rosters.Replace(new([.. offices.Select(office => Office(office.Line, office.Roster))], [], [], []), unit);
        foreach (var (line, roster) in offices)
        {
            await published.Save(line.Id, roster.Roster, Country.Decided, 0, unit);
            await Beside(line, roster.Roster, changes, unit);
        }
        return [.. offices.Select(office => office.Line)];
    }

    private static OfficeRoster Office(DutyLine line, LineRoster roster) =>
        new(line.Unit, [new(line with { IsGeneral = true }, null)], roster.Officers, [], roster.Lead?.Id);

    private static async Task Beside(DutyLine line, Roster roster, DutyChangeStore changes, UnitOfWork unit)
    {
        foreach (var leave in roster.Leave)
        {
            await changes.Add(leave with { Id = $"{line.Unit}-l{leave.Id}" }, unit);
        }
        foreach (var swap in roster.Swaps)
        {
            await changes.Add(line.Id, swap with { Id = $"{line.Unit}-s{swap.Id}" }, unit);
        }
        foreach (var made in roster.Overrides)
        {
            await changes.Add(line.Id, made with { Id = $"{line.Unit}-o{made.Id}" }, unit);
        }
    }

    private static void Arrange(WebApplicationBuilder builder, string folder)
    {
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["Mode"] = "Demo",
                ["Background"] = "false",
                ["DataFolder"] = folder,
                ["Database:File"] = Path.Combine(folder, "benchmark.db"),
                ["Privacy:Keys:0"] = Convert.ToBase64String(new byte[32]),
            }
        );
        builder.Logging.ClearProviders();
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new DayBefore()));
    }

    /// <summary>The quarter is still to come.</summary>
    private sealed class DayBefore : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Country.Decided.At.ToDateTimeOffset();
    }
}
