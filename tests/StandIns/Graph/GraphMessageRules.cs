using System.Text.Json;
using StandIns.Serving;

namespace StandIns.Graph;

/// <summary>What a call of the Send API may look like; the rest is refused with error 100.</summary>
internal static class GraphMessageRules
{
    public const int TextLimit = 2000;
    public const int QuickReplyLimit = 13;
    public const int TitleLimit = 20;
    public const int PayloadLimit = 1000;
    public const int TemplateTextLimit = 640;
    public const int ButtonLimit = 3;
    public const int ElementLimit = 10;
    public const int ElementTextLimit = 80;

    private static readonly string[] Actions = ["typing_on", "typing_off", "mark_seen", "react", "unreact"];

    /// <summary>What is wrong with the body; null when it is right.</summary>
    public static string? Fault(JsonElement body)
    {
        if (body.Unknown("recipient", "messaging_type", "message", "tag", "sender_action", "notification_type", "persona_id", "payload") is { } unknown) return InvalidKey(unknown, "body");
        if (body.Object("recipient") is not { } recipient || recipient.Text("id") is null) return "The parameter recipient is required";
        if (recipient.Unknown("id") is { } key) return InvalidKey(key, "recipient");
        if (body.Has("sender_action"))
        {
            if (body.Has("message")) return "Cannot send both message and state at the same time.";
            if (body.Has("messaging_type") || body.Has("tag") || body.Has("notification_type")) return InvalidKey("messaging_type", "sender_action");
            return Actions.Contains(body.Text("sender_action")) ? null : "Param sender_action must be one of {TYPING_ON, TYPING_OFF, MARK_SEEN, REACT, UNREACT}";
        }
        if (body.Has("payload")) return InvalidKey("payload", "body");
        if (body.Object("message") is not { } message) return "The parameter message is required";
        return TypeFault(body, message) ?? MessageFault(message);
    }

    private static string? TypeFault(JsonElement body, JsonElement message)
    {
        var type = body.Text("messaging_type");
        if (type is not ("RESPONSE" or "UPDATE" or "MESSAGE_TAG" or "UTILITY")) return "Param messaging_type must be one of {RESPONSE, UPDATE, MESSAGE_TAG, UTILITY}";
        if (type == "MESSAGE_TAG" != body.Has("tag")) return "The parameter tag is required with messaging_type MESSAGE_TAG, and only with it";
        if (type == "MESSAGE_TAG" && body.Text("tag") != "HUMAN_AGENT") return "Invalid parameter";
        return type == "UTILITY" != message.Has("template") ? "A message template is required with messaging_type UTILITY, and only with it" : null;
    }

    private static string? MessageFault(JsonElement message)
    {
        if (message.Unknown("text", "attachment", "quick_replies", "metadata", "reply_to", "template") is { } unknown) return InvalidKey(unknown, "message");
        if (message.Has("template"))
        {
            return message.Object("template") is { } template && template.Unknown("name", "language", "components") is null && template.Text("name") is not null
                && template.Object("language")?.Text("code") is not null && !message.Has("text") && !message.Has("attachment") ? null : "Invalid template";
        }
        if (message.Has("text") == message.Has("attachment")) return "Must have exactly one of text and attachment in message";
        if (message.Has("text") && message.Text("text") is not { Length: <= TextLimit }) return $"Length of param message[text] must be between 1 and {TextLimit}";
        if (message.Has("attachment") && AttachmentFault(message) is { } fault) return fault;
        if (message.Has("reply_to") && message.Object("reply_to")?.Text("mid") is null) return "Invalid reply_to";
        if (!message.Has("quick_replies")) return null;
        if (message.Objects("quick_replies") is not { Count: > 0 and <= QuickReplyLimit } replies) return $"Param message[quick_replies] must have between 1 and {QuickReplyLimit} items";
        return replies.Select(QuickReplyFault).FirstOrDefault(f => f is not null);
    }

    private static string? QuickReplyFault(JsonElement reply)
    {
        if (reply.Unknown("content_type", "title", "payload", "image_url") is { } unknown) return InvalidKey(unknown, "quick_replies");
        return reply.Text("content_type") switch
        {
            "user_phone_number" or "user_email" => reply.Has("title") || reply.Has("payload") ? InvalidKey("title", "quick_replies") : null,
            "text" when reply.Text("title") is not { Length: <= TitleLimit } => $"Length of quick reply title must be between 1 and {TitleLimit}",
            "text" when reply.Text("payload") is not { Length: <= PayloadLimit } => $"Length of quick reply payload must be between 1 and {PayloadLimit}",
            "text" => null,
            _ => "Param content_type must be one of {TEXT, USER_PHONE_NUMBER, USER_EMAIL}",
        };
    }

    private static string? AttachmentFault(JsonElement message)
    {
        if (message.Object("attachment") is not { } attachment || attachment.Unknown("type", "payload") is not null || attachment.Object("payload") is not { } payload) return "Invalid attachment";
        return attachment.Text("type") switch
        {
            "image" or "audio" or "video" or "file" => payload.Unknown("url", "is_reusable", "attachment_id") is null
                && Fields.IsWebAddress(payload.Text("url")) ^ payload.Text("attachment_id") is not null ? null : "Invalid attachment payload",
            "template" => TemplateFault(payload),
            _ => "Param message[attachment][type] is invalid",
        };
    }

    private static string? TemplateFault(JsonElement payload)
    {
        switch (payload.Text("template_type"))
        {
            case "button":
                if (payload.Unknown("template_type", "text", "buttons", "sharable") is { } unknown) return InvalidKey(unknown, "payload");
                if (payload.Text("text") is not { Length: <= TemplateTextLimit }) return $"Length of button template text must be between 1 and {TemplateTextLimit}";
                return ButtonsFault(payload);
            case "generic":
                if (payload.Unknown("template_type", "elements", "sharable", "image_aspect_ratio") is { } other) return InvalidKey(other, "payload");
                if (payload.Objects("elements") is not { Count: > 0 and <= ElementLimit } elements) return $"Param elements must have between 1 and {ElementLimit} items";
                return elements.Select(ElementFault).FirstOrDefault(f => f is not null);
            default:
                return "Param template_type is invalid";
        }
    }

    private static string? ElementFault(JsonElement element)
    {
        if (element.Unknown("title", "subtitle", "image_url", "default_action", "buttons") is { } unknown) return InvalidKey(unknown, "elements");
        if (element.Text("title") is not { Length: <= ElementTextLimit }) return $"Length of element title must be between 1 and {ElementTextLimit}";
        if (element.Has("subtitle") && element.Text("subtitle") is not { Length: <= ElementTextLimit }) return $"Length of element subtitle must be between 1 and {ElementTextLimit}";
        return element.Has("buttons") ? ButtonsFault(element) : null;
    }

    private static string? ButtonsFault(JsonElement holder) => holder.Objects("buttons") is { Count: > 0 and <= ButtonLimit } buttons
        ? buttons.Select(b => ButtonFault(b, TitleLimit)).FirstOrDefault(f => f is not null) : $"Param buttons must have between 1 and {ButtonLimit} items";

    /// <summary>What is wrong with a button of a template or of the menu.</summary>
    public static string? ButtonFault(JsonElement button, int titleLimit)
    {
        if (button.Text("title") is not { } title || title.Length > titleLimit) return $"Length of button title must be between 1 and {titleLimit}";
        switch (button.Text("type"))
        {
            case "postback":
                if (button.Unknown("type", "title", "payload") is { } unknown) return InvalidKey(unknown, "button");
                return button.Text("payload") is { Length: <= PayloadLimit } ? null : $"Length of postback payload must be between 1 and {PayloadLimit}";
            case "web_url":
                if (button.Unknown("type", "title", "url", "webview_height_ratio", "messenger_extensions", "fallback_url", "webview_share_button") is { } other) return InvalidKey(other, "button");
                return Fields.IsWebAddress(button.Text("url")) ? null : "Param url must be a valid URL";
            case "phone_number":
                if (button.Unknown("type", "title", "payload") is { } odd) return InvalidKey(odd, "button");
                return button.Text("payload") is { Length: <= 20 } number && number[0] == '+' && number.Length > 1 && number.Skip(1).All(char.IsAsciiDigit) ? null : "Param payload must be a phone number with + and country code";
            default:
                return "Param type of button is invalid";
        }
    }

    internal static string InvalidKey(string key, string place) => $"Invalid keys \"{key}\" were found in param \"{place}\".";
}
