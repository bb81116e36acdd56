using CallRouting.PhoneNetwork.Phones;

namespace CallRouting.Scenarios;

/// <summary>Somebody with a telephone, told in the order of a call.</summary>
public sealed class Person(World world, string number, string name)
{
    public string Number => number;

    public async Task Dials(string to, bool withheld = false)
    {
        await world.Phones.Dial(number, to.Replace(" ", "", StringComparison.Ordinal), withheld);
        await world.Settle();
    }

    /// <summary>Presses each key or group of keys when asked for it.</summary>
    public async Task Presses(params string[] keys)
    {
        foreach (var group in keys)
        {
            await world.Until(async () => (await Look()).Call?.Listening ?? true, $"{name} is asked for a key");
            var pressed = await world.Phones.Press(number, group);
            Assert.That(pressed.Lost, Is.Empty, $"Nobody listened to {name} pressing {group}");
            await world.Settle();
        }
    }

    /// <summary>An officer's star, in a room: the only key that is heard there.</summary>
    public async Task StepsOut()
    {
        var pressed = await world.Phones.Press(number, "*");
        Assert.That(pressed.Received, Is.EqualTo("*"), $"{name}'s star leads out of the room");
        await world.Settle();
    }

    public async Task Texts(string body)
    {
        await world.Phones.Text(number, Population.National, body);
        await world.Settle();
    }

    /// <summary>Has got a text with these words, or gets one soon.</summary>
    public Task IsTexted(string words) =>
        world.Until(
            async () => (await Messages()).Any(text => text.Contains(words, StringComparison.Ordinal)),
            $"{name} is texted \"{words}\""
        );

    public async Task<IReadOnlyList<string>> Messages() => [.. (await Look()).Sms.Select(sms => sms.Body)];

    public async Task HangsUp()
    {
        await world.Phones.HangUp(number);
        await world.Settle();
    }

    /// <summary>Has heard words of a prompt, or hears them soon.</summary>
    public async Task Hears(string words, int within = 40)
    {
        for (var passed = 0; !(await Heard()).Any(heard => heard.Contains(words, StringComparison.Ordinal)); passed++)
        {
            Assert.That(
                passed,
                Is.LessThan(within),
                $"{name} did not hear \"{words}\" but: {string.Join(" | ", (await Heard()).TakeLast(4))}"
            );
            await world.Passes(1);
        }
    }

    /// <summary>Whoever picks up a phone that Nav rings must not learn what the call is about.</summary>
    public async Task LastHeard(params string[] exactly) =>
        Assert.That((await Heard()).TakeLast(exactly.Length), Is.EqualTo(exactly), $"all that {name} heard");

    /// <summary>The telephone rings, now or soon.</summary>
    public Task Rings(int within = 30) => world.Until(async () => (await Look()).State == "ringing", $"{name}'s phone rings", within);

    public async Task DoesNotRing() => Assert.That((await Look()).State, Is.EqualTo("idle"), $"{name}'s phone");

    public async Task Answers()
    {
        await Rings();
        await world.Phones.Answer(number);
        await world.Settle();
    }

    public async Task AnswersAndPresses(string key)
    {
        await Answers();
        await Presses(key);
    }

    /// <summary>Whatever rings from now on is treated so.</summary>
    public async Task Will(Reaction reaction, int after = 3) => await world.Phones.Behave(number, new Behaviour(reaction, after));

    public Task IsTalkingWith(params string[] names) =>
        world.Until(
            async () => (await Look()).Call?.TalkingWith.Order().SequenceEqual(names.Select(world.NumberOf).Order()) ?? false,
            $"{name} talks with {string.Join(" and ", names)}"
        );

    public Task IsOnHold() => world.Until(async () => (await Look()).Call?.OnHold ?? false, $"{name} is on hold");

    public Task IsFree() => world.Until(async () => (await Look()).State == "idle", $"{name} is in no call");

    public async Task<PhoneView> Look() => await world.Phones.Look(number);

    public async Task<IReadOnlyList<string>> Heard() => [.. (await Look()).Heard.Select(heard => heard.Text)];

    public async Task<string> LanguageHeard() => (await Look()).Heard[^1].Language;
}
