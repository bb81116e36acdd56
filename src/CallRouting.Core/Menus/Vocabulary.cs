namespace CallRouting.Core.Menus;

// The words that a flow file may use, in snake case there: give_code is Act.GiveCode. Stored with flows: add, never change.

/// <summary>What an answer settles on its way to the next node.</summary>
public enum Act
{
    /// <summary>It must be solved today.</summary>
    Urgent,

    CanWait,

    /// <summary>The postcode that was entered is where the caller is; the office follows from it.</summary>
    KeepPlace,

    /// <summary>The eight digits that were entered are where to call back.</summary>
    KeepNumber,

    /// <summary>The caller cannot be rung: a code instead of a number.</summary>
    GiveCode,

    /// <summary>A call-back by the caller's office; by the contact centre where no office is known.</summary>
    PromiseCallback,

    /// <summary>A call-back by the contact centre, also where an office is known.</summary>
    PromiseCallbackOfCentre,

    /// <summary>The caller got the help they needed, as they say themselves.</summary>
    Helped,

    NotHelped,

    /// <summary>The caller says yes to an SMS about the call-back.</summary>
    MayText,
}

/// <summary>What a node without words can decide by.</summary>
public enum Question
{
    /// <summary>Whether the contact centre is open.</summary>
    Open,

    Urgent,

    /// <summary>Whether the caller confirmed a place, or called an office's own number.</summary>
    PlaceKnown,

    /// <summary>Whether the place is a city whose district decides the office.</summary>
    HasDistricts,

    OfficeKnown,

    /// <summary>Whether the municipality has a number for emergencies outside opening hours.</summary>
    HasEmergencyNumber,

    /// <summary>Whether the caller can be met again if the line breaks: by a number we can ring, or by a code.</summary>
    Reachable,

    /// <summary>Whether the number the caller rings from is hidden, or cannot be rung.</summary>
    NumberWithheld,

    /// <summary>Whether the caller entered another number to be called back on.</summary>
    NumberGiven,

    /// <summary>Whether the caller has been given a code because nobody can ring them.</summary>
    CodeGiven,

    /// <summary>Whether any agent of the contact centre is at work.</summary>
    AgentsAvailable,

    /// <summary>Whether the queue is so long that a caller would wait longer than we let anybody wait.</summary>
    Overloaded,

    /// <summary>Whether the ladder of the caller's office was climbed to the end in this call, and nobody accepted.</summary>
    OfficeTried,

    /// <summary>Whether a call-back would ring a mobile phone, and its owner has not said yes to an SMS yet.</summary>
    TakesTexts,
}

/// <summary>What digits are entered for. Each has a length of its own.</summary>
public enum Reading
{
    /// <summary>Four digits.</summary>
    Postcode,

    /// <summary>Eight digits.</summary>
    PhoneNumber,

    /// <summary>The five digits that somebody was given who could not be rung.</summary>
    Code,
}

/// <summary>Where the menu ends and somebody else goes on.</summary>
public enum Ending
{
    Connect,
    WaitForAgent,
    HangUp,

    /// <summary>The caller is rung when it is their turn in the queue.</summary>
    KeepPlace,
}
