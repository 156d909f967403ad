namespace Bot.Staff.Notices.Listing;

/// <summary>A notice in the list of all.</summary>
/// <param name="File">Where it lies.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Number">The document's number; null where there is none.</param>
/// <param name="State">How it stands.</param>
/// <param name="Writer">Who is writing at it; null for nobody.</param>
/// <param name="Answered">How often it answered of late.</param>
/// <param name="Sections">How many sections it has.</param>
/// <param name="Thin">How many of them have fewer example questions than they should.</param>
public sealed record NoticeRow(NoticeFile File, string Title, string? Number, NoticeState State, string? Writer, long Answered, int Sections, int Thin);
