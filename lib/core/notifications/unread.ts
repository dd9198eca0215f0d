/** How many unread ones are counted; more are shown as so many and more. */
export const mostUnread = 100;
