using System.Net;
using CallRouting.Scenarios;
using CallRouting.Server.Tests.Telephony;

namespace CallRouting.Server.Tests.Calls;

/// <summary>The first request of a call, good and bad: whoever rings hears something sensible.</summary>
public sealed class ArrivalTests
{
    private RunningServer server = null!;

    [OneTimeSetUp]
    public async Task Start() => server = await RunningServer.Start();

    [OneTimeTearDown]
    public async Task Stop() => await server.DisposeAsync();

    [Test]
    public async Task The_national_number_greets_with_key_1_first()
    {
        var call = await TestCall.Inbound(server);
        Assert.That(call.Now.Said[0], Does.Contain("sosialhjelp").And.Contain("tast 1"));
        Assert.That(call.Now.KeysTo, Is.Not.Null);
    }

    [Test]
    public async Task A_number_that_no_roster_names_is_told_where_to_ring_instead()
    {
        var call = await TestCall.Inbound(server, to: Population.NotSetUp);
        Assert.That(call.Now.Words, Is.EqualTo("Dette nummeret er ikke i bruk. Ring Nav på 55 55 33 33."));
        Assert.That(call.Now.HangsUp);
        Assert.That(await call.State(), Is.Null, "no call exists");
    }

    [TestCase("")]
    [TestCase("4755553333 ")]
    [TestCase("client:nobody")]
    [TestCase("'; drop table calls; --")]
    public async Task Nonsense_where_the_called_number_should_be_is_a_number_not_in_use(string to)
    {
        var reply = await server.Phone.Post("/phone/inbound", ("CallSid", server.NewSid()), ("From", TestCall.CallerNumber), ("To", to));
        Assert.That(reply.Document.Words, Does.Contain("ikke i bruk"));
    }

    [Test]
    public async Task Without_a_CallSid_the_caller_hears_the_apology_and_no_call_exists()
    {
        var before = await Calls();
        var reply = await server.Phone.Post("/phone/inbound", ("From", TestCall.CallerNumber), ("To", Population.National));
        Assert.That(reply.Document.Words, Does.Contain("Noe er feil hos oss").And.Contain("ring 100 00 800"));
        Assert.That(await Calls(), Is.EqualTo(before));
    }

    [Test]
    public async Task Without_any_field_the_caller_hears_the_apology() =>
        Assert.That((await server.Phone.Post("/phone/inbound")).Document.Words, Does.Contain("Noe er feil hos oss"));

    [Test]
    public async Task A_CallSid_that_comes_twice_in_one_form_is_no_CallSid()
    {
        var reply = await server.Phone.Post(
            "/phone/inbound",
            ("CallSid", server.NewSid()),
            ("CallSid", "CA2"),
            ("To", Population.National)
        );
        Assert.That(reply.Document.Words, Does.Contain("Noe er feil hos oss"));
    }

    [TestCase("anonymous")]
    [TestCase("+266696687", Description = "ANONYMOUS on the keys")]
    [TestCase("")]
    [TestCase("sip:somebody@example.test")]
    [TestCase("+47 123")]
    [TestCase(Population.National, Description = "a switchboard's diversion")]
    public async Task A_number_that_cannot_be_the_callers_counts_as_withheld(string from)
    {
        var call = await TestCall.Inbound(server, from);
        Assert.That(await call.State(), Is.EqualTo("InMenu"));
        Assert.That(await server.Value<byte[]>($"select caller from calls where sid = '{call.Sid}'"), Is.Null);
    }

    [Test]
    public async Task Fields_that_are_new_to_us_and_other_alphabets_change_nothing()
    {
        var reply = await server.Phone.Post(
            "/phone/inbound",
            ("CallSid", server.NewSid()),
            ("From", TestCall.CallerNumber),
            ("To", Population.National),
            ("CallerName", " Åse Øst & Sønn 数 "),
            ("StirVerstat", "TN-Validation-Passed-A"),
            ("Extra", "b"),
            ("Extra", "a"),
            ("Empty", "")
        );
        Assert.That(reply.Document.KeysTo, Is.Not.Null);
    }

    [Test]
    public async Task The_same_arrival_again_is_the_same_call_and_the_same_document()
    {
        var call = await TestCall.Inbound(server);
        var first = call.Now.ToString();
        await call.Fetch("/phone/inbound");
        Assert.That(call.Now.ToString(), Is.EqualTo(first));
        Assert.That(await Calls(call.Sid), Is.EqualTo(1));
    }

    [Test]
    public async Task Two_copies_of_an_arrival_at_the_same_time_make_one_call()
    {
        var call = new TestCall(server, server.NewSid());
        var copies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => call.Posts("/phone/inbound")));
        Assert.That(copies.Select(copy => copy.Document.ToString()).Distinct().Count(), Is.EqualTo(1));
        Assert.That(await Calls(call.Sid), Is.EqualTo(1));
    }

    [Test]
    public async Task An_offices_own_number_needs_no_postcode()
    {
        var call = await TestCall.Inbound(server, to: Population.DoorOf("0233"));
        Assert.That(call.Now.Words, Does.Contain("vakttelefonen til Nav Nittedal"));
    }

    [TestCase("PUT")]
    [TestCase("DELETE")]
    public async Task Another_method_is_not_taken(string method)
    {
        var reply = await server.Phone.Send(new HttpMethod(method), "/phone/inbound", null, SigningProvider.Sign("/phone/inbound", []));
        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.MethodNotAllowed));
    }

    [Test]
    public async Task A_number_that_was_set_up_with_GET_loses_no_caller()
    {
        var url = $"/phone/inbound?CallSid={server.NewSid()}&From=%2B4716000001&To=%2B4755553333";
        var reply = await server.Phone.Send(HttpMethod.Get, url, null, SigningProvider.Sign(url, []));
        Assert.That(reply.Document.KeysTo, Is.Not.Null);
    }

    private Task<long> Calls() => server.Value<long>("select count(*) from calls");

    private Task<long> Calls(string sid) => server.Value<long>($"select count(*) from calls where sid = '{sid}'");
}
