using CallRouting.PhoneNetwork.Phones;
using Microsoft.AspNetCore.Http;

namespace CallRouting.Scenarios.PhoneNetwork;

/// <summary>Somebody texts a number of the account (contract §1.8, §1.10).</summary>
public sealed class TextTests
{
    private NetworkWorld world = null!;

    [SetUp]
    public void Start() => world = new(("SmsUrl", "http://product.test/sms"));

    [TearDown]
    public async Task Stop() => await world.DisposeAsync();

    [Test]
    public async Task The_numbers_address_is_asked_signed_and_its_answer_comes_to_the_telephone()
    {
        world.Product.Says("/sms", "<Message>Takk</Message>");
        var sid = await world.Phones.Text(NetworkWorld.Officer, "55 55 33 33", "SVAR");
        await world.Settle();
        var asked = world.Product.AskedAt("/sms").Single();
        Assert.That(sid, Does.Match("^SM[0-9a-f]{32}$"));
        Assert.That(
            (asked["MessageSid"], asked["From"], asked["To"], asked["Body"], asked["NumMedia"], asked["AccountSid"]),
            Is.EqualTo((sid, NetworkWorld.Officer, NetworkWorld.National, "SVAR", "0", NetworkWorld.Account))
        );
        Assert.That(asked.Headers["X-Twilio-Signature"].ToString(), Is.Not.Empty);
        var sms = (await world.Phones.Look(NetworkWorld.Officer)).Sms.Single();
        Assert.That((sms.From, sms.Body), Is.EqualTo((NetworkWorld.National, "Takk")));
        Assert.That(await world.Complaints(), Is.Empty);
    }

    [Test]
    public async Task An_empty_document_answers_nothing()
    {
        world.Product.Says("/sms", "");
        await world.Phones.Text(NetworkWorld.Officer, NetworkWorld.National, "SVAR");
        await world.Settle();
        Assert.That((await world.Phones.Look(NetworkWorld.Officer)).Sms, Is.Empty);
        Assert.That(await world.Complaints(), Is.Empty);
    }

    [TestCase("<Say>Takk</Say>", 12200)]
    [TestCase("<Message to=\"+4710000003\">Takk</Message>", 12200)]
    [TestCase("<Message/>", 14103)]
    [TestCase("<Message>", 12100)]
    public async Task What_a_text_cannot_be_answered_with_is_complained_of(string verbs, int code)
    {
        world.Product.Says("/sms", verbs);
        await world.Phones.Text(NetworkWorld.Officer, NetworkWorld.National, "SVAR");
        await world.Settle();
        Assert.That(await world.Complaints(), Is.EqualTo([code]));
    }

    [Test]
    public async Task A_product_that_fails_leaves_the_sender_without_an_answer_and_the_debugger_with_a_complaint()
    {
        world.Product.Answers("/sms", _ => Results.StatusCode(500));
        await world.Phones.Text(NetworkWorld.Officer, NetworkWorld.National, "SVAR");
        await world.Settle();
        Assert.That(await world.Complaints(), Is.EqualTo([11200]));
    }

    [Test]
    public void A_text_to_a_number_that_is_not_the_accounts_or_that_is_empty_is_refused()
    {
        Assert.ThrowsAsync<PhoneRefusedException>(() => world.Phones.Text(NetworkWorld.Officer, "+4722000000", "SVAR"));
        Assert.ThrowsAsync<PhoneRefusedException>(() => world.Phones.Text(NetworkWorld.Officer, NetworkWorld.National, ""));
    }
}
