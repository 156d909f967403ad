using System.Collections.Immutable;
using System.Text.Json;
using Bot.Channels.Fitting;
using Bot.Channels.Messenger;
using Bot.Channels.Zalo;
using Bot.Content;
using Bot.Conversations;
using Bot.Delivery;
using Bot.Protocol;
using Bot.Storage.Activities;
using Bot.Turns;
using Knowledge.Notices;
using Knowledge.Passages;

namespace Bot.Staff.Notices.Trying;

/// <summary>The reply that an answer from a section of a draft gives, as citizens see it on each channel.</summary>
public sealed class SectionPreview(LiveContent live, ReplyJson replies, FittingSource fitting, IEnumerable<IPushChannel> channels, TimeProvider time)
{
    /// <summary>The reply as it is written once for all channels.</summary>
    public Reply Reply(Notice notice, Section section)
    {
        var today = VietnamTime.Day(time.GetUtcNow());
        var edition = live.Current;
        var finding = edition.Librarian.Answer(new Passage(notice, section), 1, today);
        return new AnswerWriter(edition.Wording).Write(finding, today, null, AskedFor.Nothing)!;
    }

    /// <summary>Whether the reply leaves out the end of the section and links to its page.</summary>
    public bool IsShortened(Notice notice, Section section, Reply reply)
    {
        var more = live.Current.Wording.Say("answer.more", ("path", AnswerWriter.Path(new SectionAddress(notice.Id, section.Id))));
        return reply.Markdown.Contains(more, StringComparison.Ordinal);
    }

    public ChannelView OnZalo(Reply reply) => Fitted(reply, ZaloChannel.ChannelName, ZaloChannel.ShapeWith(ZaloOptions.UsualButtonTitle));

    public ChannelView OnMessenger(Reply reply) => Fitted(reply, MessengerChannel.ChannelName, MessengerChannel.UsualShape);

    // As the channel is set up; where it is off, as it would be without any setting.
    private ChannelView Fitted(Reply reply, string channel, Shape usual)
    {
        var shape = channels.FirstOrDefault(one => one.Name == channel)?.Shape ?? usual;
        var json = replies.Write(reply, new PendingMessage("xem-truoc", channel, "", 1, [], null, ""), "");
        var pieces = Fitter.Fit(JsonSerializer.Deserialize(json, ProtocolJson.Wire.Activity)!, shape, fitting.Words);
        return new ChannelView(pieces, pieces.Any(piece => piece.Text.Contains(fitting.Words.More, StringComparison.Ordinal)));
    }
}
