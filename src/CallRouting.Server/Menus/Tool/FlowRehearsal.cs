using System.Globalization;
using CallRouting.Core.Calls;
using CallRouting.Core.Menus;
using CallRouting.Core.Offices;

namespace CallRouting.Server.Menus.Tool;

/// <summary>A caller's way through a flow, written down: what is heard, what is pressed, and where it leads.</summary>
internal sealed class FlowRehearsal(Flow flow, WalkSetting setting, TextWriter output)
{
    private const string Silence = "-";

    private static readonly string[] RepeatKeys = ["9", "*"];

    private readonly MenuFacts facts = setting.Facts!;

    public int Walk(string keys)
    {
        output.WriteLine(
            $"{flow.Name} from \"{setting.Entry}\" on {setting.At.ToString("dddd d MMMM uuuu, HH:mm", CultureInfo.InvariantCulture)}, {setting.Caller.Language.Code()}, {facts.Queue().Pool} agents at work"
        );
        var turn = Show(MenuWalk.Enter(flow, setting.Entry, setting.Caller, facts));
        var ahead = new Queue<string>(keys.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        while (ahead.TryPeek(out var key) && Press(turn, key) is { } next)
        {
            ahead.Dequeue();
            output.WriteLine($"> {(key == Silence ? "(silence)" : key)}");
            turn = Show(next);
        }
        return End(turn, ahead);
    }

    // Null: nobody listens for a key any more.
    private MenuTurn? Press(MenuTurn turn, string key) =>
        turn.Outcome switch
        {
            null => MenuWalk.Hear(flow, turn.Visit, key == Silence ? "" : key, facts),
            MenuOutcome.Forward => MenuWalk.Forwarded(flow, turn.Visit, answered: key != Silence, facts),
            _ => null,
        };

    private MenuTurn Show(MenuTurn turn)
    {
        foreach (var spoken in turn.Speech)
        {
            output.WriteLine($"  {spoken.Text}{(spoken.Language == turn.Visit.Language ? "" : $" ({spoken.Language.Code()})")}");
        }
        foreach (var effect in turn.Effects)
        {
            output.WriteLine($"  * {Told(effect)}");
        }
        return turn;
    }

    private int End(MenuTurn turn, Queue<string> left)
    {
        output.WriteLine($"= {Told(turn)}");
        if (left.Count == 0)
        {
            return 0;
        }
        output.WriteLine($"Nobody listens any more for {string.Join(",", left)}.");
        return 1;
    }

    private string Told(MenuTurn turn) =>
        turn.Outcome switch
        {
            null => $"At \"{turn.Visit.Node}\", waiting for {Awaited(turn)}. Silence: -",
            MenuOutcome.Connect connect => $"The duty phone of {NameOf(connect.Office)} is rung{Known(turn.Visit)}.",
            MenuOutcome.WaitForAgent => $"Waits for an agent{Known(turn.Visit)}.",
            MenuOutcome.KeepPlace => $"Hangs up, and is rung when it is their turn{Known(turn.Visit)}.",
            MenuOutcome.Forward forward =>
                $"Is put through to {forward.Number.Name}, {forward.Number.Number.Display}. Nobody answers there: - Back from there: any key",
            _ => "The call ends.",
        };

    private string Awaited(MenuTurn turn) =>
        flow[turn.Visit.Node] switch
        {
            Node.Ask ask => $"{string.Join(", ", ask.Keys.Keys)} ({Repeats(ask)} again)",
            Node.Enter enter =>
                $"a {enter.Reading.ToString().ToLowerInvariant()}{string.Concat(enter.Keys.Keys.Select(key => $" or {key}"))}",
            _ => "a number of the list (* begins it again)",
        };

    private static string Repeats(Node.Ask ask) =>
        string.Join(" and ", RepeatKeys.Except(ask.Keys.Keys)) is { Length: > 0 } free ? $"{free} for the same" : "silence for the same";

    private string Known(MenuVisit visit)
    {
        List<string> known =
        [
            .. visit.Urgency == Urgency.NotStated ? Array.Empty<string>() : [visit.Urgency == Urgency.Urgent ? "urgent" : "can wait"],
            .. visit.AreaCode is { } area
                ? [$"in {facts.Places.Numbered(area[..4], facts.Now.OsloDate())?.Name} ({area})"]
                : Array.Empty<string>(),
            .. visit.Office is { } office ? [NameOf(office)] : Array.Empty<string>(),
        ];
        return known.Count == 0 ? "" : $"; known: {string.Join(", ", known)}";
    }

    private string NameOf(UnitNumber office) => $"{facts.Places.OfficeNumbered(office, facts.Now.OsloDate())?.Name} ({office.Value})";

    private string Told(MenuEffect effect) =>
        effect switch
        {
            MenuEffect.PromiseCallback { Office: { } office } => $"a call-back by {NameOf(office)} is promised",
            MenuEffect.PromiseCallback => "a call-back by the contact centre is promised",
            MenuEffect.RingOnNumber ring => $"call-backs ring {ring.Number.Display}",
            MenuEffect.GiveCode code => $"the code {code.Code} is given: no number is rung",
            MenuEffect.SaidHelped said => said.GotHelp ? "the caller was helped" : "the caller was not helped",
            _ => effect.GetType().Name,
        };
}
