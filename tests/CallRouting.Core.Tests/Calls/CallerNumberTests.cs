using CallRouting.Core.Calls;

namespace CallRouting.Core.Tests.Calls;

public sealed class CallerNumberTests
{
    private static readonly NumberPlan Plan = new([new PhoneNumber("+4722999999")]);

    [Test]
    public void A_norwegian_caller_is_known_and_can_be_rung_back()
    {
        var caller = CallerNumber.FromProvider("+4790000012", Plan);

        Assert.That(caller.Reveal(), Is.EqualTo(new PhoneNumber("+4790000012")));
        Assert.That(caller.Ending, Is.EqualTo("12"));
        Assert.That(caller.CanBeRung, Is.True);
        Assert.That(caller.MustAskForNumber, Is.False);
    }

    [TestCase("anonymous")]
    [TestCase("Unknown")]
    [TestCase("")]
    [TestCase(null)]
    [TestCase("client:agent-1")]
    [TestCase("sip:someone@example.org")]
    [TestCase("90000012")]
    [TestCase("+47900000\n")]
    [TestCase("+266696687")]
    [TestCase("+4755553333")]
    [TestCase("+4722999999")]
    public void A_number_that_is_not_the_callers_own_counts_as_withheld(string? from)
    {
        var caller = CallerNumber.FromProvider(from, Plan);

        Assert.That(caller, Is.EqualTo(CallerNumber.Withheld));
        Assert.That(caller.Reveal(), Is.Null);
        Assert.That(caller.Ending, Is.Null);
        Assert.That(caller.MustAskForNumber, Is.True);
    }

    [Test]
    public void A_foreign_caller_is_known_but_a_human_decides_about_the_call_back()
    {
        var caller = CallerNumber.FromProvider("+46812345678", Plan);

        Assert.That(caller.IsWithheld, Is.False);
        Assert.That(caller.IsForeign, Is.True);
        Assert.That(caller.CanBeRung, Is.False);
        Assert.That(caller.MustAskForNumber, Is.False);
    }

    [TestCase("+47580000000000")]
    [TestCase("+4781500000")]
    public void A_norwegian_number_that_we_may_not_ring_is_known_but_another_is_asked_for(string from)
    {
        var caller = CallerNumber.FromProvider(from, Plan);

        Assert.That(caller.IsWithheld, Is.False);
        Assert.That(caller.MustAskForNumber, Is.True);
    }

    [Test]
    public void It_never_prints_its_digits()
    {
        var caller = CallerNumber.FromProvider("+4790000012", Plan);

        Assert.That($"{caller}", Does.Not.Match("[0-9]"));
        Assert.That(new { caller }.ToString(), Does.Not.Match("[0-9]"));
    }
}
