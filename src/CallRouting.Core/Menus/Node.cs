using System.Text.Json.Serialization;
using CallRouting.Core.Calls;

namespace CallRouting.Core.Menus;

/// <summary>One step of a menu, as it stands in the flow file.</summary>
/// <param name="Say">Ids of the prompts that are said on arrival, in order.</param>
[JsonDerivedType(typeof(Ask), "ask")]
[JsonDerivedType(typeof(Enter), "enter")]
[JsonDerivedType(typeof(PickDistrict), "pick_district")]
[JsonDerivedType(typeof(Tell), "tell")]
[JsonDerivedType(typeof(If), "if")]
[JsonDerivedType(typeof(Switch), "switch")]
[JsonDerivedType(typeof(First), "first")]
[JsonDerivedType(typeof(Forward), "forward")]
[JsonDerivedType(typeof(End), "end")]
public abstract record Node(IReadOnlyList<string> Say)
{
    /// <summary>Where a detour returns to where it was begun. The only target that is not a node's name.</summary>
    public const string Back = "back";

    /// <summary>Seconds: time to read a postcode off a letter.</summary>
    public const int UsualWait = 5;

    /// <summary>Seconds: enough for a second digit. A longer wait would keep whoever listens for the next page.</summary>
    public const int DistrictWait = 3;

    private static readonly Dictionary<string, Exit> NoKeys = [];

    /// <summary>A node that waits for keys. Silence always leads somewhere, so that no caller is left waiting.</summary>
    /// <param name="Keys">Where a key leads: 0–9, * or #.</param>
    /// <param name="Invalid">The prompt for an answer that is none.</param>
    /// <param name="WaitSeconds">Seconds of silence after the prompt, and between digits.</param>
    public abstract record Asking(
        IReadOnlyList<string> Say,
        IReadOnlyDictionary<string, Exit> Keys,
        Silence Silence,
        string Invalid,
        int WaitSeconds
    ) : Node(Say);

    /// <summary>A question with one key as its answer. 9 says it again where 9 is free.</summary>
    public sealed record Ask(
        IReadOnlyList<string> Say,
        IReadOnlyDictionary<string, Exit> Keys,
        Silence Silence,
        string Invalid = Prompts.WrongKey,
        int WaitSeconds = UsualWait
    ) : Asking(Say, Keys, Silence, Invalid, WaitSeconds);

    /// <summary>Digits on the keys. Only * and # can be keys of their own; * says it again where it is free.</summary>
    public sealed record Enter(
        Reading Reading,
        IReadOnlyList<string> Say,
        Exit Found,
        IReadOnlyDictionary<string, Exit> Keys,
        Silence Silence,
        string Invalid = Prompts.Invalid,
        int WaitSeconds = UsualWait
    ) : Asking(Say, Keys, Silence, Invalid, WaitSeconds);

    /// <summary>
    /// The districts of the caller's city, read page by page: silence goes on to the next page, and after the last to the
    /// silence exit. * begins again. A district keeps its number on every page, so that a late key means what was heard.
    /// </summary>
    /// <param name="Each">The prompt said once for each district.</param>
    /// <param name="After">The prompt after the last district.</param>
    public sealed record PickDistrict(
        IReadOnlyList<string> Say,
        string Each,
        string After,
        Exit Found,
        Silence Silence,
        string Invalid = Prompts.Invalid,
        int WaitSeconds = DistrictWait
    ) : Asking(Say, NoKeys, Silence, Invalid, WaitSeconds);

    /// <summary>Says something, settles something, and goes on.</summary>
    public sealed record Tell(IReadOnlyList<string> Say, Exit To) : Node(Say);

    /// <summary>Decides without a word.</summary>
    public sealed record If(Question Question, Exit Yes, Exit No) : Node([]);

    /// <summary>
    /// Decides by itself: whoever keeps the flow turns it on or off. Both ways are checked, so that turning it is always safe.
    /// </summary>
    public sealed record Switch(bool IsOn, Exit On, Exit Off) : Node([]);

    /// <summary>A detour: the nodes from <paramref name="Detour"/> on until one leads back, and then <paramref name="Then"/>.</summary>
    public sealed record First(Exit Detour, string Then) : Node([]);

    /// <summary>Sends the caller on to another number; what is said here is said first.</summary>
    /// <param name="Number">One of the flow's numbers.</param>
    /// <param name="Answered">After the two have talked, if the caller is still there.</param>
    /// <param name="NoAnswer">Nobody answered there, or the number could not be rung.</param>
    public sealed record Forward(IReadOnlyList<string> Say, string Number, Exit Answered, Exit NoAnswer) : Node(Say);

    /// <summary>The menu is over; what is said here is said before what follows.</summary>
    public sealed record End(IReadOnlyList<string> Say, Ending Ending) : Node(Say);
}

/// <summary>Where an answer leads and what it settles.</summary>
/// <param name="To">A node's name, or back.</param>
/// <param name="Speak">From each language to the one spoken from now on; null: as before.</param>
public sealed record Exit(string To, IReadOnlyList<Act> Do, IReadOnlyDictionary<Language, Language>? Speak = null);

/// <summary>Where silence leads.</summary>
/// <param name="After">How many silences in a row lead there; fewer say the question again. 1 where waiting is an answer.</param>
public sealed record Silence(Exit Exit, int After = 2);
