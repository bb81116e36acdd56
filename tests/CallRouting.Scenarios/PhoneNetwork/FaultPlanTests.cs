using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CallRouting.PhoneNetwork;
using CallRouting.PhoneNetwork.Faults;
using static CallRouting.Scenarios.PhoneNetwork.NetworkWorld;

namespace CallRouting.Scenarios.PhoneNetwork;

/// <summary>How faults are set, drawn and counted.</summary>
[Parallelizable(ParallelScope.All)]
public class FaultPlanTests
{
    [Test]
    public async Task A_network_has_no_faults_until_told()
    {
        await using var world = new NetworkWorld();
        for (var request = 0; request < 200; request++)
            await world.Get("Calls.json");
        Assert.That((world.Counts.Total, world.Plan.Level), Is.EqualTo((0, FaultLevel.None)));
        Assert.That(world.Plan.Rates().Values, Has.All.Zero);
    }

    [Test]
    public void Every_kind_is_told_in_the_README_and_no_other()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Folder("src"), "CallRouting.PhoneNetwork", "README.md"));
        var table = text[text.IndexOf("| kind |", StringComparison.Ordinal)..text.IndexOf("The rest of §8", StringComparison.Ordinal)];
        var rows = table.Split('\n').Select(row => row.Split('|')).Where(cells => cells.Length > 2);
        var told = rows.SelectMany(cells => cells[1].Split('`').Where((_, at) => at % 2 == 1));
        Assert.That(told, Is.EquivalentTo(FaultPlan.Kinds));
    }

    [Test]
    public async Task Light_is_a_tenth_of_heavy_and_a_rate_of_its_own_stands_instead()
    {
        await using var world = new NetworkWorld(("Faults:Level", "light"), ("Faults:Rates:rest-slow", "0.7"));
        var light = world.Plan.Rates();
        world.Plan.Level = FaultLevel.Heavy;
        var heavy = world.Plan.Rates();
        Assert.That((light["rest-slow"], heavy["rest-slow"]), Is.EqualTo((0.7, 0.7)));
        foreach (var kind in FaultPlan.Kinds.Where(kind => kind != "rest-slow"))
            Assert.That(light[kind], Is.EqualTo(heavy[kind] / 10).And.GreaterThan(0), kind);
    }

    [Test]
    public async Task Heavy_spoils_one_request_in_fifteen()
    {
        await using var world = new NetworkWorld(
            ("Faults:Level", "heavy"),
            ("Faults:Rates:rest-429", "0"),
            ("Faults:Rates:rest-slow", "0")
        );
        foreach (var hanging in new[] { "rest-hang-before", "rest-hang-after", "rest-reset" })
            world.Plan.Set(hanging, 0);
        for (var request = 0; request < 2000; request++)
            await world.Get("Calls/CA.json").ContinueWith(_ => { }, TaskScheduler.Default);
        var spoilt = FaultPlan
            .Kinds.Where(kind => kind.StartsWith("rest-", StringComparison.Ordinal) && kind != "rest-stale")
            .Sum(kind => world.Counts[kind]);
        Assert.That(spoilt, Is.InRange(34, 102), "3.4 % of 2000 with those that wait left out");
    }

    [Test]
    public async Task The_same_seed_and_the_same_requests_give_the_same_faults()
    {
        async Task<string> Run(string seed)
        {
            await using var world = new NetworkWorld(("Faults:Level", "heavy"), ("Faults:Seed", seed));
            foreach (var waits in new[] { "rest-slow", "rest-hang-before", "rest-hang-after", "rest-reset" })
                world.Plan.Set(waits, 0);
            for (var request = 0; request < 300; request++)
                await world.Get("Messages.json").ContinueWith(_ => { }, TaskScheduler.Default);
            return JsonSerializer.Serialize(world.Counts.ToDictionary());
        }
        var first = await Run("7");
        Assert.That(await Run("7"), Is.EqualTo(first));
        Assert.That(await Run("8"), Is.Not.EqualTo(first));
    }

    [Test]
    public async Task Faults_are_set_and_counted_over_the_control_interface()
    {
        await using var world = new NetworkWorld();
        using var control = world.Control;
        var set = await control.PutAsJsonAsync(
            "/faults",
            new { level = "light", rates = new Dictionary<string, double> { ["rest-401"] = 1 } }
        );
        Assert.That(set.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((world.Plan.Level, world.Plan.Rates()["rest-401"]), Is.EqualTo((FaultLevel.Light, 1)));
        world.Plan.Level = FaultLevel.None;
        await world.Get("Calls.json");
        var counts = await control.GetFromJsonAsync<Dictionary<string, int>>("/faults");
        Assert.That(counts!["rest-401"], Is.EqualTo(1));
        Assert.That(counts.Keys, Is.EqualTo(FaultPlan.Kinds));
        await control.PutAsJsonAsync("/faults", new { level = "none" });
        Assert.That(world.Plan.Rates().Values, Has.All.Zero, "what is not named is the level's again");
    }

    [TestCase("""{ "level": "awful" }""", "none, light and heavy")]
    [TestCase("""{ "level": "none", "rates": { "rest-600": 1 } }""", "rest-429")]
    [TestCase("""{ "level": "none", "rates": { "rest-429": 2 } }""", "0 to 1")]
    public async Task What_cannot_be_set_is_refused_with_what_can(string json, string allowed)
    {
        await using var world = new NetworkWorld();
        using var control = world.Control;
        using var body = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        using var answer = await control.PutAsync("/faults", body);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await answer.Content.ReadFromJsonElement()).GetProperty("detail").GetString(), Does.Contain(allowed));
    }

    [TestCase("Faults:Level", "awful", "none, light and heavy")]
    [TestCase("Faults:Rates:rest-600", "1", "rest-429")]
    [TestCase("Faults:Rates:rest-429", "-1", "0 to 1")]
    public void A_wrong_setting_stops_the_start(string key, string value, string allowed) =>
        Assert.That(() => new NetworkWorld((key, value)), Throws.TypeOf<BadSettingsException>().With.Message.Contains(allowed));

    [Test]
    public async Task An_order_waits_for_its_address_and_is_carried_out_once()
    {
        await using var world = new NetworkWorld();
        world.Plan.Once("rest-401", "POST /2010-04-01/Accounts/" + Account + "/Calls.json");
        Assert.That((await world.Get("Calls.json")).Status, Is.EqualTo(200));
        Assert.That((await world.Post("Calls.json")).Status, Is.EqualTo(401));
        Assert.That((await world.Post("Calls.json")).Status, Is.EqualTo(400));
        Assert.That(() => world.Plan.Once("rest-600"), Throws.TypeOf<BadSettingsException>());
    }

    [Test]
    public async Task Every_fault_is_told_among_the_events()
    {
        await using var world = new NetworkWorld();
        world.Plan.Once("rest-401");
        world.Plan.Once("status-lost");
        await world.Get("Calls.json");
        await world.Calls(Officer);
        var told = (await world.Phones.Events()).Where(happened => happened.What == "fault").Select(happened => happened.Detail);
        Assert.That(
            told,
            Is.EqualTo([$"rest-401 GET /2010-04-01/Accounts/{Account}/Calls.json", "status-lost http://product.test/status"])
        );
    }
}
