using NodaTime;

namespace CallRouting.Core.Calls;

/// <summary>What a telephone does as far as we know; it says for how long nothing need be heard of it.</summary>
public enum LegDoing
{
    /// <summary>Ordered, queued or ringing: nobody has answered.</summary>
    Ringing,

    /// <summary>Listens to a document that leads back to us.</summary>
    Listening,

    /// <summary>Was shown into a room.</summary>
    Entering,

    /// <summary>In a room, where nothing is asked of us.</summary>
    InRoom,

    /// <summary>Put through to another number.</summary>
    PutThrough,

    /// <summary>Hears the last words.</summary>
    Leaving,
}

/// <summary>What the provider says of a call when it is asked.</summary>
public enum ProviderView
{
    /// <summary>It knows no such call.</summary>
    Unknown,

    /// <summary>Over.</summary>
    Ended,

    /// <summary>Queued or ringing.</summary>
    NotAnswered,

    /// <summary>Answered and alive.</summary>
    Alive,
}

/// <summary>What is done about a telephone that was silent for too long.</summary>
public enum Repair
{
    /// <summary>All is as we believe.</summary>
    Nothing,

    /// <summary>Too early to tell: asked again a little later.</summary>
    AskAgain,

    /// <summary>It is over, and nobody told us.</summary>
    NoteEnd,

    /// <summary>It has come further than we heard.</summary>
    CatchUp,

    /// <summary>It lives and does not ask: it is sent back to us.</summary>
    SendForWord,

    /// <summary>Whether it is in its room, the room is asked.</summary>
    LookInRoom,

    /// <summary>It should be over.</summary>
    End,
}

/// <param name="Since">When it was last heard of.</param>
/// <param name="IsOverdue">Silent for longer than what it does explains; otherwise somebody only doubts what we know.</param>
public sealed record SilentLeg(LegDoing Doing, Instant CreatedAt, Instant Since, bool IsOverdue);

/// <summary>How long a telephone may be silent, and what follows when the provider is asked about it. Pure (contract §7).</summary>
public static class SweepRules
{
    /// <summary>After this a call that the provider does not know is surely gone: lists and fetches lag (contract §8).</summary>
    public static readonly Duration EventuallyKnown = Duration.FromSeconds(5);

    private static readonly Duration ReportSlack = Duration.FromSeconds(15);
    private static readonly Duration LeastListening = Duration.FromSeconds(30);
    private static readonly Duration ToTheRoom = Duration.FromSeconds(4);
    private static readonly Duration LongestInRoom = Duration.FromSeconds(240);
    private static readonly Duration ToTheNextDocument = Duration.FromSeconds(3);
    private static readonly Duration OnTheWay = Duration.FromSeconds(8);
    private const double CharactersASecond = 12;

    /// <summary>From our order: the provider may keep it queued, lets it ring, and adds five seconds.</summary>
    public static Duration WhileRinging(Duration ringFor, Duration queued = default) => queued + ringFor + ReportSlack;

    /// <summary>What a document makes of a telephone, and how long it lasts.</summary>
    public static (LegDoing Doing, Duration Silent) After(Script script) =>
        script.Instructions[^1] switch
        {
            EnterRoom => (LegDoing.Entering, Length(script) + ToTheRoom),
            SendOn => (LegDoing.PutThrough, Length(script) + InRoom),
            HangUp => (LegDoing.Leaving, Length(script) + ReportSlack),
            _ => (LegDoing.Listening, Duration.Max(LeastListening, Length(script) + ReportSlack)),
        };

    /// <summary>In a room nothing need happen; the contract (§7) asks after a minute without any event.</summary>
    public static Duration InRoom => Duration.FromSeconds(60);

    /// <summary>In a room, where a sound of ours plays: it is asked for anew after its words and ten seconds of quiet.</summary>
    public static Duration Sounding => Duration.FromSeconds(16);

    /// <summary>Put on hold: the sound is asked for at once.</summary>
    public static Duration ToTheSound => Duration.FromSeconds(4);

    /// <summary>Out of a room, by whatever cause: it asks what to hear, or it has ended, at once.</summary>
    public static Duration OutOfRoom => ToTheNextDocument;

    /// <summary>Sent for: within the time that the provider may take to fetch a document, its second try included.</summary>
    public static Duration SentFor => Duration.FromSeconds(10);

    /// <summary>Answered: the first document is fetched at once.</summary>
    public static Duration Answered => ReportSlack;

    /// <summary>Until it is asked about again when all was as we believed: the longer it has lasted the longer, for a talk lasts.</summary>
    public static Duration AfterNothing(SilentLeg leg, Instant now) =>
        leg.Doing is LegDoing.InRoom or LegDoing.PutThrough
            ? Duration.Max(InRoom, Duration.Min(now - leg.Since, LongestInRoom))
            : ReportSlack;

    /// <summary>How soon it is asked about again when it is too early to tell.</summary>
    public static Duration AskAgainIn => Duration.FromSeconds(2);

    /// <param name="isFurther">The provider tells of more than we have heard.</param>
    public static Repair Repair(SilentLeg leg, ProviderView says, bool isFurther, Instant now) =>
        says switch
        {
            ProviderView.Unknown when now < leg.CreatedAt + EventuallyKnown => Calls.Repair.AskAgain,
            ProviderView.Unknown or ProviderView.Ended => Calls.Repair.NoteEnd,
            _ when isFurther => Calls.Repair.CatchUp,
            // The provider ends a ringing by itself; one that goes on after all its time has nobody to stop it.
            ProviderView.NotAnswered => leg.IsOverdue ? Calls.Repair.End : Calls.Repair.Nothing,
            _ when leg.Doing is LegDoing.Entering or LegDoing.InRoom => Calls.Repair.LookInRoom,
            _ when !leg.IsOverdue || leg.Doing == LegDoing.PutThrough => Calls.Repair.Nothing,
            _ when leg.Doing == LegDoing.Leaving => Calls.Repair.End,
            // On the way to its next document, which may be slow: sent for again and again it would never get there.
            _ => now < leg.Since + OnTheWay ? Calls.Repair.AskAgain : Calls.Repair.SendForWord,
        };

    private static Duration Length(Script script) => script.Instructions.Aggregate(Duration.Zero, (sum, next) => sum + Length(next));

    private static Duration Length(Instruction instruction) =>
        instruction switch
        {
            Say say => Speaking(say.Speech),
            Pause pause => Duration.FromSeconds(pause.Seconds),
            Ask ask => ask.Speech.Aggregate(
                Duration.FromSeconds(ask.PauseAfter + ask.Expecting.TimeoutSeconds),
                (sum, next) => sum + Speaking(next)
            ),
            _ => Duration.Zero,
        };

    private static Duration Speaking(Menus.Spoken speech) => Duration.FromSeconds(speech.Text.Length / CharactersASecond);
}
