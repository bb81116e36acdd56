using CallRouting.Core.Calls;

namespace CallRouting.Core.Tests.Calls;

public sealed class NumberPlanTests
{
    private static readonly NumberPlan Production = new([new PhoneNumber("+4722999999")]);
    private static readonly NumberPlan Demo = new([new PhoneNumber("+4710000001")], demoNumbers: true);

    [TestCase("22 00 00 00", "+4722000000")]
    [TestCase("+47 900 00 000", "+4790000000")]
    [TestCase("004755000000", "+4755000000")]
    [TestCase("79 02 00 00", "+4779020000")]
    [TestCase("(22) 00-00.00", "+4722000000")]
    [TestCase("22\u00a000\u202f00\u201100", "+4722000000")]
    [TestCase("57000000", "+4757000000")]
    [TestCase("60000000", "+4760000000")]
    public void A_phone_of_an_allowed_series_is_taken_in_any_usual_spelling(string written, string e164) =>
        Assert.That(Production.DutyNumber(written), Is.EqualTo(NumberAnswer.Allow(new PhoneNumber(e164))));

    [TestCase("112", NumberRefusal.Emergency)]
    [TestCase("110", NumberRefusal.Emergency)]
    [TestCase("113", NumberRefusal.Emergency)]
    [TestCase("+47112", NumberRefusal.Emergency)]
    [TestCase("1412", NumberRefusal.Emergency)]
    [TestCase("116117", NumberRefusal.Special1xx)]
    [TestCase("1881", NumberRefusal.Special1xx)]
    [TestCase("11112222", NumberRefusal.Special1xx)]
    [TestCase("02180", NumberRefusal.FiveDigit)]
    [TestCase("02180000", NumberRefusal.FiveDigit)]
    [TestCase("800 00 000", NumberRefusal.Special8xx)]
    [TestCase("81500000", NumberRefusal.Special8xx)]
    [TestCase("82000000", NumberRefusal.Premium)]
    [TestCase("829 00 000", NumberRefusal.Premium)]
    [TestCase("59000000", NumberRefusal.MachineToMachine)]
    [TestCase("580000000000", NumberRefusal.MachineToMachine)]
    [TestCase("+47 580000000000", NumberRefusal.MachineToMachine)]
    [TestCase("+46 8 123 45 67", NumberRefusal.Foreign)]
    [TestCase("0046 8 123 45 67", NumberRefusal.Foreign)]
    [TestCase("+4755553333", NumberRefusal.OurOwn)]
    [TestCase("55 55 33 33", NumberRefusal.OurOwn)]
    [TestCase("22 99 99 99", NumberRefusal.OurOwn)]
    [TestCase("9000000", NumberRefusal.WrongLength)]
    [TestCase("900000000", NumberRefusal.WrongLength)]
    [TestCase("", NumberRefusal.WrongLength)]
    [TestCase(null, NumberRefusal.WrongLength)]
    [TestCase("ab", NumberRefusal.WrongLength)]
    [TestCase("+", NumberRefusal.WrongLength)]
    [TestCase("+479000000+", NumberRefusal.WrongLength)]
    [TestCase("++4790000000", NumberRefusal.WrongLength)]
    [TestCase("9000000x", NumberRefusal.WrongLength)]
    [TestCase("٩٠٠٠٠٠٠٠", NumberRefusal.WrongLength)]
    public void Anything_else_is_refused_with_its_reason(string? written, NumberRefusal reason)
    {
        var answer = Production.DutyNumber(written);

        Assert.That(answer.IsAllowed, Is.False);
        Assert.That(answer.Refusal, Is.EqualTo(reason));
    }

    [Test]
    public void A_refusal_says_what_was_written_what_is_wrong_and_what_is_allowed()
    {
        Assert.That(
            Production.DutyNumber("829 00 000").Sentence,
            Is.EqualTo("Phone 829 00 000 is a premium number (829). A duty phone may be 2x, 3x, 4x, 50–57, 6x, 7x or 9x.")
        );
        Assert.That(Production.DutyNumber("").Sentence, Does.StartWith("Phone \"\" does not have the eight digits"));
        Assert.That(Production.DutyNumber("+4682").Sentence, Does.StartWith("Phone +4682 is not Norwegian"));
    }

    [Test]
    public void Demo_numbers_are_allowed_in_the_demo_and_nowhere_else()
    {
        Assert.That(Demo.DutyNumber("+4711234567").Number, Is.EqualTo(new PhoneNumber("+4711234567")));
        Assert.That(Production.DutyNumber("+4711234567").Refusal, Is.EqualTo(NumberRefusal.Special1xx));
    }

    [TestCase("112")]
    [TestCase("+47116117")]
    [TestCase("829 00 000")]
    public void The_demo_refuses_what_production_refuses(string written) => Assert.That(Demo.DutyNumber(written).IsAllowed, Is.False);

    [Test]
    public void An_inbound_number_of_the_demo_is_a_loop_too() =>
        Assert.That(Demo.DutyNumber("10 00 00 01").Refusal, Is.EqualTo(NumberRefusal.OurOwn));

    [TestCase("90000000", true)]
    [TestCase("22000000", true)]
    [TestCase("2200000", false)]
    [TestCase("2200000*", false)]
    [TestCase("00479000", false)]
    [TestCase("82900000", false)]
    [TestCase("55553333", false)]
    [TestCase("", false)]
    [TestCase(null, false)]
    public void A_caller_keys_exactly_eight_digits_of_a_phone_we_may_ring(string? keyed, bool allowed) =>
        Assert.That(Production.CallbackNumber(keyed).IsAllowed, Is.EqualTo(allowed));

    [TestCase("+4755553333", "55 55 33 33")]
    [TestCase("+4790000000", "900 00 000")]
    [TestCase("+4781500000", "815 00 000")]
    [TestCase("+4711234567", "112 34 567")]
    [TestCase("+46812345", "+46812345")]
    public void A_number_is_shown_as_norwegians_print_it(string e164, string shown) =>
        Assert.That(new PhoneNumber(e164).Display, Is.EqualTo(shown));
}
