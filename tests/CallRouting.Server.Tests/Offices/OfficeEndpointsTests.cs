using System.Net;
using System.Text.Json.Nodes;
using CallRouting.Server.Database;
using CallRouting.Server.Offices;
using CallRouting.Server.Tests.Database;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace CallRouting.Server.Tests.Offices;

public sealed class OfficeEndpointsTests
{
    private TestDatabase database = null!;
    private WebApplication host = null!;
    private HttpClient client = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        database = await TestDatabase.Migrated();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder
            .Services.AddSingleton<TimeProvider>(new FixedClock())
            .AddSingleton(database.Writes)
            .AddSingleton(database.Reads)
            .AddOffices();
        host = builder.Build();
        host.MapGroup("/api").MapOffices();
        await host.Services.GetRequiredService<RegisterRunner>().Load(RegisterFiles.OwnFolder);
        await host.StartAsync();
        client = host.GetTestClient();
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        client.Dispose();
        await host.DisposeAsync();
        await database.DisposeAsync();
    }

    [Test]
    public async Task A_search_names_what_matched_where_it_is_and_who_serves_it()
    {
        var hit = (await Get("/api/places?q=Rygge"))["hits"]![0]!;
        Assert.That(Text(hit["kind"], hit["code"], hit["name"]), Is.EqualTo("formerplace 0136 Rygge"));
        Assert.That(Text(hit["place"]!["number"], hit["place"]!["name"], hit["place"]!["county"]), Is.EqualTo("3103 Moss Østfold"));
        Assert.That(Text(hit["office"]!["unit"], hit["office"]!["name"]), Is.EqualTo("0104 Nav Moss"));
    }

    [Test]
    public async Task A_search_gives_as_many_answers_as_asked_for()
    {
        Assert.That((await Get("/api/places?q=nav"))["hits"]!.AsArray(), Has.Count.EqualTo(10));
        Assert.That((await Get("/api/places?q=nav&limit=50"))["hits"]!.AsArray(), Has.Count.EqualTo(50));
    }

    [Test]
    public async Task A_code_is_answered_as_postcode_and_as_municipality_number()
    {
        var both = await Get("/api/places/1850");
        Assert.That((string?)both["postcode"]!["name"], Is.EqualTo("Indre Østfold"));
        Assert.That(both["numbered"]!.AsArray().Select(place => (string?)place!["name"]), Is.EqualTo(new[] { "Narvik", "Hamarøy" }));
    }

    [Test]
    public async Task A_city_names_the_office_of_each_district()
    {
        var oslo = (await Get("/api/places/0150"))["postcode"]!;
        Assert.That(Text(oslo["officialName"], oslo["hasDistricts"]), Is.EqualTo("Oslo - Oslove true"));
        Assert.That(oslo["offices"]!.AsArray(), Has.Count.EqualTo(16));
    }

    [Test]
    public async Task A_question_can_be_put_for_another_day()
    {
        var then = await Get("/api/places/3002?on=2022-06-01");
        Assert.That(
            Text(then["on"], then["numbered"]![0]!["number"], then["numbered"]![0]!["county"]),
            Is.EqualTo("2022-06-01 3002 Viken")
        );
    }

    [Test]
    public async Task An_office_names_its_areas_and_how_sure_the_register_is()
    {
        var office = await Get("/api/offices/1820");
        Assert.That((string?)office["name"], Is.EqualTo("Nav Ytre Helgeland"));
        Assert.That(
            office["areas"]!.AsArray().Select(area => Text(area!["areaName"], area["confidence"])),
            Is.EqualTo(new[] { "Herøy medium", "Alstahaug high", "Leirfjord medium", "Dønna medium", "Træna low" })
        );
    }

    [TestCase("/api/places?q=moss")]
    [TestCase("/api/places/1481")]
    [TestCase("/api/offices/0104")]
    public async Task Every_answer_says_that_the_offices_are_example_data(string path) =>
        Assert.That((string?)(await Get(path))["note"], Is.EqualTo("eksempeldata, kan avvike fra Norg"));

    [TestCase("/api/places", "q", "Give 1 to 100 characters: a name, a number, a postcode or a part of one.")]
    [TestCase("/api/places?q=%20", "q", "Give 1 to 100 characters: a name, a number, a postcode or a part of one.")]
    [TestCase("/api/places?q=moss&limit=0", "limit", "\"0\" must be a whole number from 1 to 50.")]
    [TestCase("/api/places?q=moss&limit=many", "limit", "\"many\" must be a whole number from 1 to 50.")]
    [TestCase("/api/places?q=moss&on=18.11.2026", "on", "\"18.11.2026\" must be a date, yyyy-MM-dd.")]
    [TestCase("/api/places/148", "code", "\"148\" must be four digits: a postcode or a municipality number.")]
    [TestCase("/api/places/moss", "code", "\"moss\" must be four digits: a postcode or a municipality number.")]
    [TestCase("/api/offices/1", "unit", "\"1\" must be four digits: an office's unit number.")]
    public async Task Bad_input_is_told_the_field_and_what_is_allowed(string path, string field, string reason)
    {
        var problem = await Get(path, HttpStatusCode.BadRequest);
        Assert.That((string?)problem["errors"]![field]![0], Is.EqualTo(reason));
        Assert.That(problem["errors"]!.AsObject(), Has.Count.EqualTo(1));
    }

    [TestCase("/api/places/0000", "0000 is neither a postcode nor a municipality number, of 2026-11-18 or earlier.")]
    [TestCase("/api/offices/3232", "There is no office with unit number 3232 on 2026-11-18.")]
    public async Task What_does_not_exist_is_told_so(string path, string detail) =>
        Assert.That((string?)(await Get(path, HttpStatusCode.NotFound))["detail"], Is.EqualTo(detail));

    private async Task<JsonNode> Get(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var answer = await client.GetAsync(path);
        Assert.That(answer.StatusCode, Is.EqualTo(expected));
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    private static string Text(params JsonNode?[] values) => string.Join(' ', values.Select(value => value?.ToString()));
}
