using CallRouting.Core.Calls;
using CallRouting.PhoneNetwork.Phones;

namespace CallRouting.Scenarios.Day;

/// <summary>One caller: dials, keys in what is asked for, loses patience, talks and hangs up. Acts on what is heard, as people do.</summary>
public sealed class CallerHands(World world, Agenda agenda, Prompted prompted, Draws draws, string number, Traits traits)
{
    private const double CharactersPerSecond = 15;

    private readonly List<SaidWait> told = [];
    private bool switched;
    private bool mistaken = traits.FirstTry != traits.Postcode;
    private int districtsHeard;
    private int patience;
    private int wordsHeard;

    public string Number => number;

    public Traits Traits => traits;

    /// <summary>Of the call that the caller made.</summary>
    public string Sid { get; private set; } = "";

    /// <summary>In a call: the one that was dialled, or one in which we rang.</summary>
    public bool OnLine { get; private set; }

    /// <summary>When the caller last heard something, or was seen talking.</summary>
    public DateTimeOffset LastHeard { get; set; }

    /// <summary>What was said of the wait, each time.</summary>
    public IReadOnlyList<SaidWait> Waits => told;

    public bool PressedFive { get; private set; }

    public async Task Dials()
    {
        Sid = await world.Phones.Dial(number, traits.Dials, traits.Withheld);
        PicksUp();
        await WillAnswer();
    }

    public void PicksUp()
    {
        OnLine = true;
        LastHeard = agenda.Now;
    }

    /// <summary>The call has ended. Whatever rings now, is ours.</summary>
    public async Task Over()
    {
        OnLine = false;
        KeepsPatience();
        await WillAnswer();
    }

    /// <summary>Begins to wait for somebody: in the queue, or while a ladder rings.</summary>
    public void BeginsToWait(TimeSpan longest)
    {
        var now = ++patience;
        agenda.After(longest, () => OnLine && now == patience ? HangsUp() : Task.CompletedTask);
    }

    /// <summary>Somebody talks with the caller, or the caller is done.</summary>
    public void KeepsPatience() => patience++;

    public void HangsUpAfter(TimeSpan talk)
    {
        KeepsPatience();
        agenda.After(talk, HangsUp);
    }

    public void Hears(string words)
    {
        LastHeard = agenda.Now;
        if (++wordsHeard == traits.LeavesAt)
        {
            agenda.After(TimeSpan.FromSeconds(words.Length / CharactersPerSecond) * draws.Share(), HangsUp);
        }
        if (prompted.Name(words) is { } prompt && Key(prompt, words) is { } keys)
        {
            // Heard nearly to the end, and then a finger has to move.
            agenda.After(TimeSpan.FromSeconds(words.Length / CharactersPerSecond * 0.9) + draws.Between(0.5, 2), () => Presses(keys));
        }
    }

    private string? Key(string prompt, string words) =>
        prompt switch
        {
            "greeting" when traits.Language == Language.Bokmal || switched => "1",
            "other_norwegian" when traits.Language == Language.Nynorsk && !switched => Switches("4"),
            "other_language" when traits.Language == Language.English && !switched => Switches("5"),
            "ask_urgent" => traits.Urgent ? "1" : "2",
            "ask_postcode" when !traits.KnowsPostcode => "#",
            "ask_postcode" => mistaken ? traits.FirstTry : traits.Postcode,
            "confirm_place" when traits.LeavesMenu => Leaves(),
            "confirm_place" => ConfirmsPlace(),
            "ask_district" when traits.District is not null => "1",
            "district_choice" when districtsHeard++ == traits.District => $"{Prompted.Number(words)}",
            "callback_hidden" => traits.GivesNumber ? number[3..] : "*",
            "confirm_digits" or "your_code" or "callback_offer" => "1",
            "overloaded" => traits.RatherRung ? Five() : "1",
            "queue_position" or "queue_soon" or "queue_place" => HearsPlace(prompt, words),
            "ask_helped" => traits.Helped ? "1" : "2",
            _ => null,
        };

    private string Switches(string key)
    {
        switched = true;
        return key;
    }

    private string ConfirmsPlace()
    {
        var wrong = mistaken;
        mistaken = false;
        return wrong ? "2" : "1";
    }

    private string? Leaves()
    {
        agenda.After(TimeSpan.FromSeconds(2), HangsUp);
        return null;
    }

    private string? HearsPlace(string prompt, string words)
    {
        var minutes = prompt switch
        {
            "queue_position" => Prompted.Number(words),
            "queue_soon" => 1,
            _ => null,
        };
        told.Add(new(agenda.Now, minutes));
        return traits.RatherRung && told.Count == 1 ? Five() : null;
    }

    private string Five()
    {
        PressedFive = true;
        return "5";
    }

    private async Task Presses(string keys)
    {
        if (OnLine)
        {
            await world.Phones.Press(number, keys);
        }
    }

    private async Task HangsUp()
    {
        KeepsPatience();
        // From here on nothing more is pressed, whatever was planned for this moment.
        OnLine = false;
        if ((await world.Phones.Look(number)).State == "inCall")
        {
            await world.Phones.HangUp(number);
        }
    }

    private Task WillAnswer() =>
        world.Phones.Behave(
            number,
            draws.Chance(traits.Reached)
                ? new Behaviour(Reaction.Accept, draws.Between(3, 12).TotalSeconds)
                : new Behaviour(Reaction.Ignore)
        );
}

/// <param name="Minutes">The expected wait as it was said, rounded up; null where only the place was said.</param>
public sealed record SaidWait(DateTimeOffset At, int? Minutes);
