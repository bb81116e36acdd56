using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CallRouting.Server.Database;
using CallRouting.Server.Rosters;
using CallRouting.Server.Tests.Database;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CallRouting.Server.Tests.Rosters;

public sealed class RosterEndpointsTests
{
    private TestDatabase database = null!;
    private WebApplication app = null!;
    private HttpClient console = null!;

    [SetUp]
    public async Task Start()
    {
        database = await TestDatabase.Migrated();
        var rosters = new RosterStore();
        await database.Writes.Commit(unit => rosters.Replace(SmallRoster.Book, unit));
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(rosters).AddSingleton(database.Reads).AddSingleton<TimeProvider>(new WednesdayAtTen());
        builder.Services.AddSingleton<LineStore>().AddSingleton<LinesNow>();
        app = builder.Build();
        app.MapGroup("/api").MapRosters();
        await app.StartAsync();
        console = app.GetTestClient();
    }

    [TearDown]
    public async Task Stop()
    {
        console.Dispose();
        await app.DisposeAsync();
        await database.DisposeAsync();
    }

    [Test]
    public async Task The_lines_of_an_office_tell_who_is_on_duty_now_and_no_phone()
    {
        var lines = await console.GetFromJsonAsync<JsonElement>("/api/offices/0104/lines");
        var general = lines[0];

        Assert.That(general.GetProperty("id").GetString(), Is.EqualTo("0104-general"));
        Assert.That(general.GetProperty("isKept").GetBoolean(), Is.True);
        Assert.That(general.GetProperty("primary")[0].GetProperty("name").GetString(), Is.EqualTo("Kari"));
        Assert.That(general.GetProperty("backup").GetArrayLength(), Is.Zero, "Per keeps the nights");
        Assert.That(lines[1].GetProperty("isKept").GetBoolean(), Is.False);
        Assert.That(lines.GetRawText(), Does.Not.Contain("+47"));
    }

    [TestCase("9999")]
    [TestCase("moss")]
    public async Task An_office_that_no_roster_names_is_not_found(string unit)
    {
        var answer = await console.GetAsync($"/api/offices/{unit}/lines");

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain($"no roster names an office {unit}"));
    }

    private sealed class WednesdayAtTen : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 18, 9, 0, 0, TimeSpan.Zero);
    }
}
