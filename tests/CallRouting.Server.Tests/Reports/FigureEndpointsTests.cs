using System.Net;
using System.Net.Http.Json;
using CallRouting.Core.Reports;
using CallRouting.Server.Reports;
using CallRouting.Server.Tests.Calls;
using Microsoft.Extensions.DependencyInjection;

namespace CallRouting.Server.Tests.Reports;

/// <summary>Figures are asked for by scope, period and slice, and bad questions are told what is allowed.</summary>
public sealed class FigureEndpointsTests
{
    private const string November = "period=2026-11";

    private RunningServer server = null!;
    private CountedRows make = null!;

    [SetUp]
    public async Task Start()
    {
        server = await RunningServer.Start();
        make = new(Room<CountedTransferStore>(), Room<DailyTransferStore>());
    }

    [TearDown]
    public async Task Stop() => await server.DisposeAsync();

    [Test]
    public async Task Six_of_forty_four_are_14_per_cent_whatever_a_voicemail_answered()
    {
        await Count(6, Ending.Accepted);
        await Count(38, Ending.Exhausted);
        var figures = await Ask($"scope=office:0104&{November}");
        Assert.That(figures["answeredShare"], Is.EqualTo(new FigureAnswer("answeredShare", 6 / 44.0, 6, 44)));
        Assert.That(figures["offered"].Value, Is.EqualTo(44));
    }

    [Test]
    public async Task The_rows_behind_a_figure_lead_back_to_their_transfers()
    {
        await Count(1, Ending.Accepted);
        await Count(2, Ending.Ours);
        var rows = (await server.Get<RowsAnswer>("supervisor", $"figures/rows?scope=country&{November}&ending=ours"))!;
        Assert.That(
            rows.Rows.Select(row => (row.Transfer, row.Offered)),
            Is.EqualTo(new[] { ("transfer-00002", false), ("transfer-00003", false) })
        );
        Assert.That(rows.Next, Is.Null);
    }

    [Test]
    public async Task A_municipalitys_history_follows_its_successor_or_is_shown_as_it_was()
    {
        // Moss was 0104 until 2020, 3002 until 2024, and is 3103.
        await Count(1, Ending.Accepted, area: "3002");
        await Count(1, Ending.Exhausted, area: "3103");
        Assert.That((await Ask($"scope=municipality:3103&{November}"))["offered"].Value, Is.EqualTo(2));
        Assert.That((await Ask($"scope=municipality:3103&{November}&asItWas=true"))["offered"].Value, Is.EqualTo(1));
        Assert.That((await Ask($"scope=municipality:3002&{November}&asItWas=true"))["offered"].Value, Is.EqualTo(1));
        Assert.That((await Ask($"scope=county:Østfold&{November}"))["offered"].Value, Is.EqualTo(2));
        Assert.That((await Ask($"scope=county:Troms&{November}"))["offered"].Value, Is.Zero);
    }

    [Test]
    public async Task Parts_are_shown_side_by_side_with_their_names()
    {
        await Count(1, Ending.Accepted, area: "3103");
        await Count(1, Ending.Exhausted, area: "3002");
        await Count(1, Ending.Exhausted, unit: "0233", area: "3232");
        var answer = (await server.Get<FiguresAnswer>("supervisor", $"figures?scope=country&{November}&by=municipality"))!;
        Assert.That(
            answer.Parts.Select(part => (part.Key, part.Name, part.Figures.Single(figure => figure.Key == "offered").Value)),
            Is.EqualTo(new[] { ("3103", "Moss", 2d), ("3232", "Nittedal", 1d) })
        );
        Assert.That(answer.OfficesWithLine.Whole, Is.GreaterThan(200));
    }

    [TestCase("scope=planet&period=2026-11", "scope: \"planet\" is no scope")]
    [TestCase("period=2026-11", "scope: \"\" is no scope")]
    [TestCase("scope=country", "period: \"\" is no period")]
    [TestCase("scope=country&period=2026-13", "period: \"2026-13\" is no period")]
    [TestCase("scope=country&period=2026&slice=red", "slice: \"red\" is no slice")]
    [TestCase("scope=country&period=2026&by=moon", "by: \"moon\" divides nothing")]
    public async Task A_question_that_is_none_is_told_what_is_allowed(string question, string wrong)
    {
        using var answer = await server.Send(HttpMethod.Get, "supervisor", $"/api/figures?{question}");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await RunningServer.Detail(answer), Does.StartWith(wrong).And.Contain("may be"));
    }

    [TestCase("scope=county:Troms&period=2026", "scope")]
    [TestCase("scope=country&period=2026&ending=well", "ending")]
    [TestCase("scope=country&period=2026&after=x", "after")]
    public async Task Rows_that_cannot_be_asked_for_are_told_what_can(string question, string field)
    {
        using var answer = await server.Send(HttpMethod.Get, "supervisor", $"/api/figures/rows?{question}");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await RunningServer.Detail(answer), Does.StartWith(field));
    }

    [TestCase("office:0233", HttpStatusCode.OK)]
    [TestCase("office:0104", HttpStatusCode.Forbidden)]
    [TestCase("country", HttpStatusCode.Forbidden)]
    [TestCase("municipality:3232", HttpStatusCode.Forbidden)]
    public async Task A_lead_sees_the_own_office(string scope, HttpStatusCode expected)
    {
        foreach (var door in new[] { "figures", "figures/rows" })
        {
            using var answer = await server.Send(HttpMethod.Get, "lead:0233-3", $"/api/{door}?scope={scope}&{November}");
            Assert.That(answer.StatusCode, Is.EqualTo(expected), door);
        }
    }

    [TestCase("nb", "Svarandel")]
    [TestCase("nn", "Svardel")]
    [TestCase("en", "Answered share")]
    public async Task Every_definition_is_told_in_every_language(string language, string share)
    {
        var told = (await server.Get<List<DefinitionAnswer>>("agent", $"definitions?language={language}"))!;
        Assert.That(told.Select(definition => definition.Key), Is.EqualTo(Definitions.All.Select(definition => definition.Key)));
        Assert.That(told.Single(definition => definition.Key == "answeredShare").Name, Is.EqualTo(share));
        Assert.That(told.Select(definition => definition.Meaning + definition.Example), Is.All.Not.Empty);
    }

    [Test]
    public void No_language_has_words_for_what_is_not_defined()
    {
        var words = new DefinitionWords();
        foreach (var language in new[] { "nb", "nn", "en" })
        {
            Assert.That(words.In(language)!.Keys, Is.EquivalentTo(Definitions.All.Select(definition => definition.Key)), language);
        }
    }

    [Test]
    public async Task A_language_that_is_not_spoken_is_told_which_are()
    {
        using var answer = await server.Send(HttpMethod.Get, "agent", "/api/definitions?language=fr");
        Assert.That(await RunningServer.Detail(answer), Does.Contain("nb, nn or en"));
    }

    private async Task Count(int times, Ending ending, string unit = "0104", string area = "3103")
    {
        foreach (var row in Enumerable.Range(0, times).Select(_ => make.One(ending, unit, area)).ToList())
        {
            await server.Write(work => make.Write(row, work));
        }
    }

    private async Task<Dictionary<string, FigureAnswer>> Ask(string question) =>
        (await server.Get<FiguresAnswer>("supervisor", $"figures?{question}"))!.Figures.ToDictionary(figure => figure.Key);

    private T Room<T>()
        where T : notnull => server.App.Services.GetRequiredService<T>();
}
