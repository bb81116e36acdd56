using CallRouting.PhoneNetwork;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CallRouting.Scenarios.PhoneNetwork;

/// <summary>How a network starts, and how it refuses to.</summary>
[Parallelizable(ParallelScope.All)]
public class StartTests
{
    private static readonly string Folder = TestContext.CurrentContext.WorkDirectory;

    private static string File(string name, string text)
    {
        var path = Path.Combine(Folder, $"{TestContext.CurrentContext.Test.ID}-{name}");
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    private static Microsoft.AspNetCore.Builder.WebApplication Build(string key, string value) =>
        PhoneNetworkHost.Build(
            [],
            builder =>
            {
                builder.WebHost.UseTestServer();
                builder.Logging.ClearProviders();
                builder.Configuration.AddInMemoryCollection([new("PhoneNetwork:" + key, value)]);
            }
        );

    [TestCase("AccountSid", "AC1", "AC and 32 hexadecimal digits")]
    [TestCase("CallsPerSecond", "-1", "0 to 1000")]
    [TestCase("DemoFile", "/no/such/file.json", "does not exist")]
    [TestCase("ClockFile", "/no/such/clock.json", "does not exist")]
    public void A_wrong_setting_stops_the_start_and_says_what_is_allowed(string key, string value, string allowed) =>
        Assert.That(() => Build(key, value), Throws.TypeOf<BadSettingsException>().With.Message.Contains(allowed));

    [TestCase("""{ "phones": [ { "number": "+4710000001", "role": "chief", "name": "x" } ] }""", "phones[0]: role is \"chief\"")]
    [TestCase("""{ "phones": [ { "number": "22", "role": "caller", "name": "x" } ] }""", "phones[0]: number is \"22\"")]
    [TestCase("""{ "inboundNumbers": [ { "number": "+4755553333" }, { "number": "+4755553333" } ] }""", "2 times")]
    [TestCase("{ \"phones\": [\n oops ] }", "demo.json:2:")]
    public void A_broken_demo_file_stops_the_start_and_is_named_by_place(string json, string place) =>
        Assert.That(() => Build("DemoFile", File("demo.json", json)), Throws.TypeOf<BadSettingsException>().With.Message.Contains(place));

    [Test]
    public async Task The_demo_clock_runs_from_its_epoch_at_its_speed_and_so_do_timers()
    {
        var wall = TimeProvider.System.GetUtcNow();
        var clockFile = File("clock.json", $$"""{ "demoEpoch": "2026-11-18T10:00:00+01:00", "wallEpoch": "{{wall:O}}", "speed": 100 }""");
        await using var network = Build("ClockFile", clockFile);
        var clock = network.Services.GetRequiredService<TimeProvider>();
        var demoStart = clock.GetUtcNow();
        var ticks = clock.GetTimestamp();
        await Task.Delay(TimeSpan.FromSeconds(5), clock);
        Assert.That(demoStart, Is.EqualTo(new DateTimeOffset(2026, 11, 18, 9, 0, 0, TimeSpan.Zero)).Within(TimeSpan.FromMinutes(5)));
        Assert.That(clock.GetElapsedTime(ticks), Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(4.9)));
        Assert.That(TimeProvider.System.GetUtcNow() - wall, Is.LessThan(TimeSpan.FromSeconds(4)));
    }

    [TestCase("""{ "demoEpoch": "2026-11-18T10:00:00+01:00", "wallEpoch": "2026-11-18T10:00:00+01:00", "speed": 0 }""")]
    [TestCase("{}")]
    public void A_clock_file_without_its_three_values_is_refused(string json) =>
        Assert.That(
            () => Build("ClockFile", File("clock.json", json)),
            Throws.TypeOf<BadSettingsException>().With.Message.Contains("0.1 to 100")
        );
}
